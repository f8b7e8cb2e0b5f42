package io.batchwright.internal.http;

import okhttp3.OkHttpClient;

/** What all generated clients are set up with. */
public final class GeneratedClients {
  /** What the library calls itself. */
  public static final String USER_AGENT = "batchwright-java";

  /**
   * Builds calls for the generated clients and never sends one, so it needs no connections of its
   * own.
   */
  public static final OkHttpClient CALL_BUILDER = new OkHttpClient();

  private GeneratedClients() {}
}
