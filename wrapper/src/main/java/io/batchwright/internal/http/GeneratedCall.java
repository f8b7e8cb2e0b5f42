package io.batchwright.internal.http;

import okhttp3.Call;

/**
 * Builds a call with a generated client, which gives it path, headers and auth; {@code
 * api::fooCall} with its arguments.
 */
@FunctionalInterface
public interface GeneratedCall {
  /**
   * Builds the call; nothing is sent. The generated clients declare a checked exception each of
   * their own.
   */
  Call build() throws Exception;
}
