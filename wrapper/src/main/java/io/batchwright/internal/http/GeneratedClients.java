package io.batchwright.internal.http;

import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** What all generated clients are set up with. */
public final class GeneratedClients {
  /**
   * Builds calls for the generated clients and never sends one, so it needs no connections of its
   * own, and is spared the loading of certificates.
   */
  public static final OkHttpClient CALL_BUILDER =
      new OkHttpClient.Builder().connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build();

  private GeneratedClients() {}
}
