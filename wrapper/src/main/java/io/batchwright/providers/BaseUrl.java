package io.batchwright.providers;

import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The base URL of a provider, or of a gateway to it.
 *
 * @param url without a slash at its end
 * @param origin scheme, host and port
 */
public record BaseUrl(String url, String origin) {
  /** Stricter than OkHttp: a BatchRef must be able to represent the host. */
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|[0-9a-f:.]+");

  /**
   * Reads a base URL.
   *
   * @param cleartextHosts hosts other than this machine to which plain http is allowed
   * @throws IllegalArgumentException if it is no URL, its host is no name or address, it holds
   *     credentials, a query or a fragment, or is plain http to another machine
   */
  public static BaseUrl parse(String text, Set<String> cleartextHosts) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException(
          "The base URL must look like https://host or https://host/path");
    }
    if (!HOST.matcher(url.host()).matches()) {
      throw new IllegalArgumentException("The base URL's host is neither a name nor an address");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "The base URL holds a user or password; pass the key to the builder instead");
    }
    if (url.query() != null || url.fragment() != null) {
      throw new IllegalArgumentException("The base URL must have no query and no fragment");
    }
    if (!url.isHttps() && !isLoopback(url.host()) && !cleartextHosts.contains(url.host())) {
      throw new IllegalArgumentException(
          "Plain http to "
              + url.host()
              + " would show the key to the network; use https, or allow this host with allowCleartextTo");
    }
    String whole = url.toString();
    HttpUrl root = url.newBuilder().encodedPath("/").build();
    return new BaseUrl(withoutSlash(whole), withoutSlash(root.toString()));
  }

  private static String withoutSlash(String url) {
    return url.replaceFirst("/+$", "");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
