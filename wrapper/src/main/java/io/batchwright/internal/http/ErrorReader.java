package io.batchwright.internal.http;

import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads a provider's own form of error. */
@FunctionalInterface
public interface ErrorReader {
  /**
   * Reads what the provider said; must bear any body.
   *
   * @param status the HTTP status, or the one that {@link #meaning} gave in its place
   * @param headers the headers
   * @param body the body, empty if it was no JSON object
   */
  ApiError read(int status, Headers headers, JsonObject body);

  /**
   * Gives the HTTP status that says what the answer means: the one it came with, unless the
   * provider tells of errors in the body alone. Must bear any body.
   *
   * @param status the HTTP status it came with
   * @param body the body, empty if it was no JSON object
   */
  default int meaning(int status, JsonObject body) {
    return status;
  }

  /**
   * Says whether an error means that nothing was done of what was asked. A server that answers 408
   * or 5xx may sit in front of one that has taken the request, unless the status is the provider's
   * own word for not having taken it.
   *
   * @param status the HTTP status, or the one that {@link #meaning} gave in its place
   */
  default boolean leavesUndone(int status) {
    return status < 500 && status != 408;
  }

  /** Reads how long the provider asks to wait, or null; must bear any body. */
  default @Nullable Duration pause(Headers headers, JsonObject body) {
    return RetryHints.pause(headers);
  }
}
