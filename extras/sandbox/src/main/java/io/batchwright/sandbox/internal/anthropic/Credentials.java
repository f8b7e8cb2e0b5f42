package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the key from either header; {@code x-api-key} wins if both are there. */
final class Credentials {
  private static final String BEARER = "Bearer ";

  private Credentials() {}

  static void check(Headers headers, Settings settings) throws Refusal {
    String key = headers.get("x-api-key");
    if (key == null) key = bearer(headers.get("Authorization"));
    if (!settings.accepts(key)) throw Refusal.unauthorized("The API key is missing or not valid.");
  }

  private static String bearer(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return "";
    return header.substring(BEARER.length()).strip();
  }
}
