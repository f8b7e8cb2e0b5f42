package io.batchwright.sandbox;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request that reached the sandbox. The body is not kept.
 *
 * @param operation what it asked for, or null if no operation has that method and path
 * @param method the HTTP method
 * @param target path and query as they were sent, with the provider's prefix
 * @param headers all headers, credentials included
 * @param bodySize bytes of body that were read
 */
public record SandboxCall(
    @Nullable Operation operation, String method, String target, Headers headers, long bodySize) {

  /** Names the request and keeps the headers out, because they hold the key. */
  @Override
  public String toString() {
    return method + " " + target + " (" + bodySize + " bytes)";
  }
}
