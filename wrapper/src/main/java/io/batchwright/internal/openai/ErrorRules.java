package io.batchwright.internal.openai;

import io.batchwright.ApiError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * Gives the HTTP status that says what an error means: the one it came with, unless that is a
   * good one or the provider's own. What is not known is a failure of the server, after which a
   * batch may have been made.
   */
  default int meaning(int status, ApiError error) {
    return status < 300 ? 500 : status;
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

  /**
   * Says whether an answer that is a code and words is an error; some say in that form that all
   * went well.
   */
  static boolean isBare(@Nullable String code, @Nullable String message, boolean success) {
    boolean well = success || "0".equals(code) || "200".equals(code);
    return code != null && message != null && !well;
  }

  /** Says whether a status usually passes: too many requests, or a failure of the server. */
  static boolean passes(int status) {
    return status == 408 || status == 429 || status >= 500;
  }
}
