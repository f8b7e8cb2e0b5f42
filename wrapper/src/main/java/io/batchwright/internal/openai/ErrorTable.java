package io.batchwright.internal.openai;

import io.batchwright.ApiError;

/** What the errors of one provider mean, of calls and of result lines. Must be thread-safe. */
@FunctionalInterface
public interface ErrorTable {
  /** The usual meaning. */
  ErrorTable USUAL = error -> error;

  /**
   * Returns what an error means.
   *
   * @param error the provider's error, of the kind that its words or its HTTP status have
   */
  ApiError classify(ApiError error);
}
