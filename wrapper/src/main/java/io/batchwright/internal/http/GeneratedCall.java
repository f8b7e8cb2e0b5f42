package io.batchwright.internal.http;

import java.util.List;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/**
 * Builds a call with a generated client, which gives it path, headers and auth; {@code
 * api::fooCall} with its arguments.
 */
@FunctionalInterface
public interface GeneratedCall {
  /**
   * Builds calls for the generated clients and never sends one, so it needs no connections of its
   * own, and does not load certificates.
   */
  OkHttpClient BUILDER =
      new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build();

  /**
   * Builds the call; nothing is sent. The generated clients declare a checked exception each of
   * their own.
   */
  Call build() throws Exception;
}
