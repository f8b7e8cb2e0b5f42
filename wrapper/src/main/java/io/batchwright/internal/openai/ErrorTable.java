package io.batchwright.internal.openai;

import io.batchwright.ApiError;
import io.batchwright.internal.http.Failure;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the errors of one provider mean, of calls and of result lines. Must be thread-safe. */
@FunctionalInterface
public interface ErrorTable {
  /**
   * Returns what an error means.
   *
   * @param status the HTTP status; 0 for a result line that has none, or a 2xx
   * @param error the provider's error; whether it is retryable is decided here
   */
  Failure failure(int status, ApiError error);

  /**
   * Returns the usual table, except that errors of these types or codes are not retryable: waiting
   * brings no money and no quota.
   */
  static ErrorTable notRetryable(String... words) {
    Set<String> lasting = Set.of(words);
    return (status, error) -> {
      Failure usual = Failure.of(status, error);
      boolean lasts =
          Stream.of(error.type(), error.code())
              .filter(Objects::nonNull)
              .anyMatch(lasting::contains);
      return lasts ? usual.withRetryable(false) : usual;
    };
  }
}
