package io.batchwright.internal.openai;

import io.batchwright.ApiError;
import java.util.Set;

/** What a provider's errors mean. Must be thread-safe. */
@FunctionalInterface
public interface ErrorRules {
  /**
   * Says whether the same request may succeed when it is sent again.
   *
   * @param status the HTTP status, of the call or of one request of a batch; 0 if there is none
   * @param error what the provider said; whether it is retryable is still open
   */
  boolean retryable(int status, ApiError error);

  /**
   * Gives the HTTP status that an error would have had which came with a good one. What is not
   * known is a failure of the server, after which a batch may have been made.
   */
  default int meaning(ApiError error) {
    return 500;
  }

  /**
   * The rules by which too many requests and failures of the server pass, but not those of these
   * types or codes: trying again brings no money and no quota.
   */
  static ErrorRules passingExcept(String... lasting) {
    Set<String> never = Set.of(lasting);
    return (status, error) ->
        passes(status)
            && (error.type() == null || !never.contains(error.type()))
            && (error.code() == null || !never.contains(error.code()));
  }

  /** Says whether a status usually passes: too many requests, or a failure of the server. */
  static boolean passes(int status) {
    return status == 408 || status == 429 || status >= 500;
  }
}
