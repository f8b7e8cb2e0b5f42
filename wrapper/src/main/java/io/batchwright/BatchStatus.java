package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The status of a batch in one response of the provider: immutable, and true for the moment of the
 * response.
 *
 * <p>Tests of code that uses the library build their own:
 *
 * <pre>{@code
 * BatchStatus ended =
 *     BatchStatus.builder(ref, BatchState.SUCCEEDED)
 *         .counts(RequestCounts.builder().total(2).succeeded(2).build())
 *         .build();
 * }</pre>
 */
public final class BatchStatus {
  private final Builder parts;

  private BatchStatus(Builder parts) {
    this.parts = new Builder(parts);
  }

  /** Returns a builder of a status, of which only the batch and its state are required. */
  public static Builder builder(BatchRef ref, BatchState state) {
    return new Builder(ref, state);
  }

  /** Returns a builder that holds what this status does. */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** Returns the batch. */
  public BatchRef ref() {
    return parts.ref;
  }

  /** Returns where it is in its life. */
  public BatchState state() {
    return parts.state;
  }

  /** Returns the provider's own word for the state, "" if it gave none. */
  public String rawState() {
    return parts.rawState;
  }

  /**
   * Returns how far the requests are; {@link RequestCounts#NONE} if the provider did not report it.
   */
  public RequestCounts counts() {
    return parts.counts;
  }

  /** Returns when it was created, or null. */
  public @Nullable Instant createdAt() {
    return parts.createdAt;
  }

  /** Returns when it began to run, or null. */
  public @Nullable Instant startedAt() {
    return parts.startedAt;
  }

  /** Returns when it ended, or null. */
  public @Nullable Instant endedAt() {
    return parts.endedAt;
  }

  /** Returns when it runs out of time, or null. */
  public @Nullable Instant expiresAt() {
    return parts.expiresAt;
  }

  /**
   * Returns the errors of the batch as a whole, never those of single requests. A batch that did
   * not fail may have some, such as a note of a gateway.
   */
  public List<ApiError> errors() {
    return parts.errors;
  }

  /** Returns how long the provider wants the caller to wait before the next poll, or null. */
  public @Nullable Duration pollAfter() {
    return parts.pollAfter;
  }

  /**
   * Returns the provider's response, every member of it but inline results: as it was received, or
   * written again where it was part of a list.
   */
  public String rawJson() {
    return parts.rawJson;
  }

  private List<@Nullable Object> values() {
    return Arrays.asList(
        parts.ref,
        parts.state,
        parts.rawState,
        parts.counts,
        parts.createdAt,
        parts.startedAt,
        parts.endedAt,
        parts.expiresAt,
        parts.errors,
        parts.pollAfter,
        parts.rawJson);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BatchStatus status && values().equals(status.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  /**
   * Names the batch, its state and its counts; not the raw JSON, which may hold what users wrote.
   */
  @Override
  public String toString() {
    return "BatchStatus[" + ref() + " " + state() + " (" + rawState() + ") " + counts() + "]";
  }

  /** Builds a status. Not thread-safe. */
  public static final class Builder {
    private final BatchRef ref;
    private BatchState state;
    private String rawState = "";
    private RequestCounts counts = RequestCounts.NONE;
    private @Nullable Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Instant expiresAt;
    private List<ApiError> errors = List.of();
    private @Nullable Duration pollAfter;
    private String rawJson = "{}";

    private Builder(BatchRef ref, BatchState state) {
      this.ref = Objects.requireNonNull(ref, "ref");
      this.state = Objects.requireNonNull(state, "state");
    }

    private Builder(Builder from) {
      ref = from.ref;
      state = from.state;
      rawState = from.rawState;
      counts = from.counts;
      createdAt = from.createdAt;
      startedAt = from.startedAt;
      endedAt = from.endedAt;
      expiresAt = from.expiresAt;
      errors = from.errors;
      pollAfter = from.pollAfter;
      rawJson = from.rawJson;
    }

    /** Sets where it is in its life. */
    @CanIgnoreReturnValue
    public Builder state(BatchState value) {
      state = Objects.requireNonNull(value, "state");
      return this;
    }

    /** Sets the provider's own word for the state. */
    @CanIgnoreReturnValue
    public Builder rawState(String value) {
      rawState = Objects.requireNonNull(value, "rawState");
      return this;
    }

    /** Sets how far the requests are. */
    @CanIgnoreReturnValue
    public Builder counts(RequestCounts value) {
      counts = Objects.requireNonNull(value, "counts");
      return this;
    }

    /** Sets when it was created. */
    @CanIgnoreReturnValue
    public Builder createdAt(@Nullable Instant value) {
      createdAt = value;
      return this;
    }

    /** Sets when it began to run. */
    @CanIgnoreReturnValue
    public Builder startedAt(@Nullable Instant value) {
      startedAt = value;
      return this;
    }

    /** Sets when it ended. */
    @CanIgnoreReturnValue
    public Builder endedAt(@Nullable Instant value) {
      endedAt = value;
      return this;
    }

    /** Sets when it runs out of time. */
    @CanIgnoreReturnValue
    public Builder expiresAt(@Nullable Instant value) {
      expiresAt = value;
      return this;
    }

    /** Sets the errors of the batch as a whole. */
    @CanIgnoreReturnValue
    public Builder errors(List<ApiError> value) {
      errors = List.copyOf(value);
      return this;
    }

    /** Sets how long the provider wants the caller to wait before the next poll. */
    @CanIgnoreReturnValue
    public Builder pollAfter(@Nullable Duration value) {
      pollAfter = value;
      return this;
    }

    /** Sets the provider's response. */
    @CanIgnoreReturnValue
    public Builder rawJson(String value) {
      rawJson = Objects.requireNonNull(value, "rawJson");
      return this;
    }

    /** Returns the status. */
    public BatchStatus build() {
      return new BatchStatus(this);
    }
  }
}
