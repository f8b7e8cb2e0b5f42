package io.batchwright;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A portable name of a batch, written {@code provider:id}, or {@code provider:id@origin} when the
 * batch is not at the provider's default address.
 *
 * <p>A ref holds no secret, so it may be stored, logged and passed on; {@link BatchClient#open}
 * turns it into a live handle. The origin is compared with the client's own and never followed.
 * Immutable and thread-safe.
 *
 * @param provider the provider's short name, such as {@code anthropic}
 * @param id the provider's id of the batch, opaque
 * @param origin scheme, host and port, such as {@code http://127.0.0.1:8080}, or null for the
 *     provider's default
 */
public record BatchRef(String provider, String id, @Nullable String origin) {
  private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,512}");

  /** A segment "." or "..": some ids are paths. */
  private static final Pattern DOTS = Pattern.compile("(.*/)?\\.\\.?(/.*)?");

  /** RFC 1123 allows no underscore in a host name, but container networks have such names. */
  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?/?");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a part cannot be written in a ref
   */
  public BatchRef {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(id, "id");
    if (!PROVIDER.matcher(provider).matches()) {
      throw new IllegalArgumentException(
          "A ref's provider is a lower-case word such as anthropic; this one is not");
    }
    if (!ID.matcher(id).matches() || DOTS.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A ref's batch id is 1 to 512 visible ASCII characters without @, and none of its segments is"
              + " . or ..; this one is not");
    }
    if (origin != null) {
      origin = spelled(origin);
    }
  }

  /**
   * Reads a ref as {@link #toString()} wrote it; white space around it is ignored.
   *
   * @throws IllegalArgumentException if the text is not a ref
   */
  public static BatchRef parse(String text) {
    String ref = text.strip();
    int colon = ref.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "A ref is written provider:id or provider:id@origin; this text has no colon");
    }
    int at = ref.indexOf('@', colon);
    String id = at < 0 ? ref.substring(colon + 1) : ref.substring(colon + 1, at);
    return new BatchRef(ref.substring(0, colon), id, at < 0 ? null : ref.substring(at + 1));
  }

  /** Returns an origin in one spelling, so that two of them can be compared as text. */
  private static String spelled(String origin) {
    Matcher parts = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "A ref's origin is http or https, a host and perhaps a port, and nothing else");
    }
    String scheme = parts.group(1);
    String port = parts.group(3);
    boolean standard = port == null || port.equals(scheme.equals("https") ? "443" : "80");
    return scheme + "://" + parts.group(2) + (standard ? "" : ":" + port);
  }

  /** Returns the ref in the form that {@link #parse} reads. */
  @Override
  public String toString() {
    return provider + ":" + id + (origin == null ? "" : "@" + origin);
  }
}
