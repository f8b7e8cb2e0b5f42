package io.batchwright;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one request of a batch: one line of the results. Immutable and thread-safe.
 *
 * <p>{@code toString} of every kind names the request and its outcome, and never shows content.
 */
public sealed interface BatchResult {
  /** Names the request; null only for an {@link Unreadable} line whose id could not be made out. */
  @Nullable String customId();

  /**
   * The request was answered.
   *
   * @param customId the request
   * @param body the answer
   */
  record Succeeded(String customId, ResultBody body) implements BatchResult {
    /** Checks the parts. */
    public Succeeded {
      Objects.requireNonNull(customId, "customId");
      Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
      return customId + ": succeeded";
    }
  }

  /**
   * The request failed.
   *
   * @param customId the request
   * @param error why
   * @param body the provider's error as it came
   */
  record Errored(String customId, ApiError error, ResultBody body) implements BatchResult {
    /** Checks the parts. */
    public Errored {
      Objects.requireNonNull(customId, "customId");
      Objects.requireNonNull(error, "error");
      Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
      return customId + ": errored" + (error.type() == null ? "" : " (" + error.type() + ")");
    }
  }

  /**
   * The request did not run, because the batch was cancelled.
   *
   * @param customId the request
   * @param body the line as it came
   */
  record Cancelled(String customId, ResultBody body) implements BatchResult {
    /** Checks the parts. */
    public Cancelled {
      Objects.requireNonNull(customId, "customId");
      Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
      return customId + ": cancelled";
    }
  }

  /**
   * The request did not run in time.
   *
   * @param customId the request
   * @param body the line as it came
   */
  record Expired(String customId, ResultBody body) implements BatchResult {
    /** Checks the parts. */
    public Expired {
      Objects.requireNonNull(customId, "customId");
      Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
      return customId + ": expired";
    }
  }

  /**
   * The line could not be understood; the lines after it can.
   *
   * @param customId the request, or null if that could not be made out
   * @param line the line of the results, counted from 1
   * @param problem what is wrong with it, without its content
   * @param bytes the line as it came, perhaps cut when it was longer than the bound
   */
  @SuppressWarnings("ArrayRecordComponent") // the line as it came; two lines are never compared
  record Unreadable(@Nullable String customId, long line, String problem, byte[] bytes)
      implements BatchResult {
    /** Checks the parts; the bytes are not copied. */
    public Unreadable {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public String toString() {
      return (customId == null ? "line " + line : customId) + ": unreadable (" + problem + ")";
    }
  }
}
