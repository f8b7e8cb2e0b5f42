package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.shaded.okhttp3.Headers;

/** Reads the API key. */
public final class Credentials {
  private static final String BEARER = "Bearer ";

  private Credentials() {}

  /** The key in {@code Authorization}, or "" if there is none. */
  public static String bearer(Headers headers) {
    String header = headers.get("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return "";
    return header.substring(BEARER.length()).strip();
  }
}
