package io.batchwright.internal.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import okhttp3.Headers;

/** Reads a provider's error responses. Must accept any JSON. */
public interface ErrorReader {
  /** Returns whether the body of a 2xx response is an error nevertheless. */
  boolean isError(JsonObject body);

  /**
   * Reads an error response.
   *
   * @param call the call that failed
   * @param status the HTTP status; a 2xx only if {@link #isError} returned true
   * @param headers the headers
   * @param body the body; a string if it was no JSON object
   */
  Failure read(ApiCall call, int status, Headers headers, JsonElement body);
}
