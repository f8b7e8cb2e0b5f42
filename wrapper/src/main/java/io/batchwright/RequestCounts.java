package io.batchwright;

import com.google.auto.value.AutoValue;

/**
 * How many requests of a batch are in which state, as the provider last reported.
 *
 * <p>Providers move these figures late, now and then back, and some do not add up, so they are for
 * showing progress, never for deciding that a batch is done or that its results are complete;
 * {@link ResultsAudit} does that. Immutable and thread-safe.
 *
 * <pre>{@code
 * RequestCounts counts = RequestCounts.builder().total(100).succeeded(98).errored(2).build();
 * }</pre>
 */
@AutoValue
public abstract class RequestCounts {
  /** Counts of a batch of which nothing is known yet. */
  public static final RequestCounts NONE = builder().build();

  RequestCounts() {}

  /** Returns a builder of counts, which are 0 unless they are set. */
  public static Builder builder() {
    return new AutoValue_RequestCounts.Builder()
        .total(0)
        .processing(0)
        .succeeded(0)
        .errored(0)
        .cancelled(0)
        .expired(0);
  }

  /** Returns the size of the batch; 0 while the provider does not report it. */
  public abstract long total();

  /** Returns how many requests have not ended yet. */
  public abstract long processing();

  /** Returns how many requests succeeded. */
  public abstract long succeeded();

  /** Returns how many requests failed. */
  public abstract long errored();

  /** Returns how many requests did not run because of a cancel. */
  public abstract long cancelled();

  /** Returns how many requests did not run in time. */
  public abstract long expired();

  /** Builds counts. Not thread-safe. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Sets the size of the batch. */
    public abstract Builder total(long value);

    /** Sets how many requests have not ended yet. */
    public abstract Builder processing(long value);

    /** Sets how many requests succeeded. */
    public abstract Builder succeeded(long value);

    /** Sets how many requests failed. */
    public abstract Builder errored(long value);

    /** Sets how many requests did not run because of a cancel. */
    public abstract Builder cancelled(long value);

    /** Sets how many requests did not run in time. */
    public abstract Builder expired(long value);

    /** Returns the counts. */
    public abstract RequestCounts build();
  }
}
