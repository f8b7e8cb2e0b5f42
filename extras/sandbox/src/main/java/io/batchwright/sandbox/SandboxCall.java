package io.batchwright.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request that the sandbox received. The body is not kept.
 *
 * @param operation what it requested, or null if no operation has that method and path
 * @param method the HTTP method
 * @param target path and query as they were sent, with the provider's prefix
 * @param headers names and values of all headers as they were sent, credentials included
 * @param bodySize the number of bytes of body that were read
 */
public record SandboxCall(
    @Nullable Operation operation,
    String method,
    String target,
    List<Map.Entry<String, String>> headers,
    long bodySize) {

  /** Copies the headers. */
  public SandboxCall {
    headers = List.copyOf(headers);
  }

  /** Returns the value of a header, ignoring the case of its name, or null if it was not sent. */
  public @Nullable String header(String name) {
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().equalsIgnoreCase(name)) return header.getValue();
    }
    return null;
  }

  /** Names the request and omits the headers, because they contain the key. */
  @Override
  public String toString() {
    return method + " " + target + " (" + bodySize + " bytes)";
  }
}
