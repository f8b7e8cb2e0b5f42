package io.batchwright;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said about something that went wrong: with a call, with a batch, or with one
 * request of it.
 *
 * <p>Every part is the provider's own text. Immutable and thread-safe.
 *
 * @param type the kind of error, such as {@code invalid_request_error}, or null
 * @param code a finer code, or null
 * @param message the text meant for people; "" if there is none
 * @param requestId the id to quote to the provider's support, or null
 * @param line the line of the input that is at fault, counted from 1, or null
 * @param retryable whether the same request may succeed when it is sent again
 */
public record ApiError(
    @Nullable String type,
    @Nullable String code,
    String message,
    @Nullable String requestId,
    @Nullable Long line,
    boolean retryable) {
  /** Checks that there is a message. */
  public ApiError {
    Objects.requireNonNull(message, "message");
  }

  /**
   * Gives line, message and code as one text for people, which may quote what a user wrote; {@link
   * #toString} does not.
   */
  public String text() {
    String place = line == null ? "" : "line " + line + ": ";
    return place + message + (code == null ? "" : " (" + code + ")");
  }

  /** Names the error; its message may quote what a user wrote, and is not shown. */
  @Override
  public String toString() {
    return "ApiError[type="
        + type
        + ", code="
        + code
        + ", requestId="
        + requestId
        + ", line="
        + line
        + "]";
  }
}
