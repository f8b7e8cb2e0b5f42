package io.batchwright.internal.openai;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import java.util.Set;
import java.util.stream.Stream;

/** What the errors of one provider mean, of calls and of result lines. Must be thread-safe. */
@FunctionalInterface
public interface ErrorTable {
  /**
   * Returns what an error means.
   *
   * @param error the provider's error, of the kind that its HTTP status has
   */
  ApiError classify(ApiError error);

  /** Returns the usual table, except that errors of these types or codes are about quota. */
  static ErrorTable quota(String... words) {
    Set<String> ofQuota = Set.of(words);
    return error ->
        Stream.of(String.valueOf(error.type()), String.valueOf(error.code()))
                .anyMatch(ofQuota::contains)
            ? error.toBuilder().kind(ErrorKind.QUOTA).build()
            : error;
  }
}
