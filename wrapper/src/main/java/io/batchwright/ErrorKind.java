package io.batchwright;

/** What a failed exchange with a provider means, whichever provider it is. */
public enum ErrorKind {
  /** The provider does not accept the key (401). */
  AUTHENTICATION,
  /** The key is valid, but may not do this (403). */
  PERMISSION,
  /** There is no such batch, file or path (404). */
  NOT_FOUND,
  /** The call does not fit the present state of the batch (409). */
  CONFLICT,
  /** The request itself is wrong; the same one will fail again. */
  INVALID,
  /** The provider's content filter refused the request or withheld the response. */
  FILTERED,
  /** There were too many requests (429), or a queue is full; waiting helps. */
  RATE_LIMITED,
  /**
   * The account lacks credit or quota (402), or has reached a limit on its spending; its owner has
   * to act, and the library never retries by itself.
   */
  QUOTA,
  /**
   * The provider failed or is overloaded (408 and 5xx); the call may have been executed, except
   * where the provider documents that it was not.
   */
  UNAVAILABLE,
  /** A response came that cannot be understood; the call may have been executed. */
  MALFORMED,
  /** No response came, or it broke off; the call may have been executed. */
  IO;

  /** Returns whether the same request, unchanged, may succeed later. */
  public boolean retryable() {
    return switch (this) {
      case RATE_LIMITED, QUOTA, UNAVAILABLE, IO -> true;
      default -> false;
    };
  }
}
