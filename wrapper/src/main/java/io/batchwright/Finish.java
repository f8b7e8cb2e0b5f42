package io.batchwright;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a model stopped. Immutable and thread-safe.
 *
 * @param reason the reason, the same for every provider
 * @param word the provider's own word for it, or null if there is none
 */
public record Finish(Reason reason, @Nullable String word) {
  /** Why a model stopped, whichever provider it is. */
  public enum Reason {
    /** The response is complete. */
    COMPLETE,
    /** The model calls tools of the caller's. */
    TOOL_CALLS,
    /** A limit of tokens was reached: the text is cut off. */
    LENGTH,
    /** The model, or a classifier, declined. */
    REFUSED,
    /** A content filter removed the response, or stopped it. */
    FILTERED,
    /** The model has to be continued with another request. */
    PAUSED,
    /** The model or one of its tool calls failed. */
    OTHER,
    /** The provider's word is unknown or missing; the response may not be complete. */
    UNKNOWN;

    /** Returns whether the response is all that the model had to write. */
    public boolean whole() {
      return this == COMPLETE || this == TOOL_CALLS;
    }
  }

  /** Checks that there is a reason. */
  public Finish {
    Objects.requireNonNull(reason, "reason");
  }

  /** Returns whether the response is all that the model had to write: complete, or tool calls. */
  public boolean whole() {
    return reason.whole();
  }
}
