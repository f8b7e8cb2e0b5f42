package io.batchwright;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
@AutoValue
public abstract class BatchStatus {

  BatchStatus() {}

  /** Returns a builder of a status, of which only the batch and its state are required. */
  public static Builder builder(BatchRef ref, BatchState state) {
    return new AutoValue_BatchStatus.Builder()
        .ref(ref)
        .state(state)
        .rawState("")
        .counts(RequestCounts.NONE)
        .errors(List.of())
        .rawJson("{}");
  }

  /** Returns a builder that holds what this status does. */
  public abstract Builder toBuilder();

  /** Returns the batch. */
  public abstract BatchRef ref();

  /** Returns where it is in its life. */
  public abstract BatchState state();

  /** Returns the provider's own word for the state, "" if it gave none. */
  public abstract String rawState();

  /**
   * Returns how far the requests are; {@link RequestCounts#NONE} if the provider did not report it.
   */
  public abstract RequestCounts counts();

  /** Returns when it was created, or null. */
  public abstract @Nullable Instant createdAt();

  /** Returns when it began to run, or null. */
  public abstract @Nullable Instant startedAt();

  /** Returns when it ended, or null. */
  public abstract @Nullable Instant endedAt();

  /** Returns when it runs out of time, or null. */
  public abstract @Nullable Instant expiresAt();

  /**
   * Returns the errors of the batch as a whole, never those of single requests. A batch that did
   * not fail may have some, such as a note of a gateway.
   */
  public abstract List<ApiError> errors();

  /** Returns how long the provider wants the caller to wait before the next poll, or null. */
  public abstract @Nullable Duration pollAfter();

  /**
   * Returns the provider's response, every member of it but inline results: as it was received, or
   * written again where it was part of a list.
   */
  public abstract String rawJson();

  /**
   * Names the batch, its state and its counts; not the raw JSON, which may hold what users wrote.
   */
  @Override
  public final String toString() {
    return "BatchStatus[" + ref() + " " + state() + " (" + rawState() + ") " + counts() + "]";
  }

  /** Builds a status. Not thread-safe. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Sets where it is in its life. */
    public abstract Builder state(BatchState value);

    /** Sets the provider's own word for the state. */
    public abstract Builder rawState(String value);

    /** Sets how far the requests are. */
    public abstract Builder counts(RequestCounts value);

    /** Sets when it was created. */
    public abstract Builder createdAt(@Nullable Instant value);

    /** Sets when it began to run. */
    public abstract Builder startedAt(@Nullable Instant value);

    /** Sets when it ended. */
    public abstract Builder endedAt(@Nullable Instant value);

    /** Sets when it runs out of time. */
    public abstract Builder expiresAt(@Nullable Instant value);

    /** Sets the errors of the batch as a whole. */
    public abstract Builder errors(List<ApiError> value);

    /** Sets how long the provider wants the caller to wait before the next poll. */
    public abstract Builder pollAfter(@Nullable Duration value);

    /** Sets the provider's response. */
    public abstract Builder rawJson(String value);

    /** Returns the status. */
    public final BatchStatus build() {
      return errors(List.copyOf(errors())).status();
    }

    abstract Builder ref(BatchRef value);

    abstract List<ApiError> errors();

    abstract BatchStatus status();
  }
}
