package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
public final class RequestCounts {
  /** Counts of a batch of which nothing is known yet. */
  public static final RequestCounts NONE = builder().build();

  private final Builder figures;

  private RequestCounts(Builder figures) {
    this.figures = new Builder(figures);
  }

  /** Returns a builder of counts, which are 0 unless they are set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the size of the batch; 0 while the provider does not report it. */
  public long total() {
    return figures.total;
  }

  /** Returns how many requests have not ended yet. */
  public long processing() {
    return figures.processing;
  }

  /** Returns how many requests succeeded. */
  public long succeeded() {
    return figures.succeeded;
  }

  /** Returns how many requests failed. */
  public long errored() {
    return figures.errored;
  }

  /** Returns how many requests did not run because of a cancel. */
  public long cancelled() {
    return figures.cancelled;
  }

  /** Returns how many requests did not run in time. */
  public long expired() {
    return figures.expired;
  }

  private List<Long> values() {
    return List.of(total(), processing(), succeeded(), errored(), cancelled(), expired());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestCounts counts && values().equals(counts.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "RequestCounts[total=%d, processing=%d, succeeded=%d, errored=%d, cancelled=%d, expired=%d]"
        .formatted(values().toArray());
  }

  /** Builds counts. Not thread-safe. */
  public static final class Builder {
    private long total;
    private long processing;
    private long succeeded;
    private long errored;
    private long cancelled;
    private long expired;

    private Builder() {}

    private Builder(Builder from) {
      total = from.total;
      processing = from.processing;
      succeeded = from.succeeded;
      errored = from.errored;
      cancelled = from.cancelled;
      expired = from.expired;
    }

    /** Sets the size of the batch. */
    @CanIgnoreReturnValue
    public Builder total(long value) {
      total = value;
      return this;
    }

    /** Sets how many requests have not ended yet. */
    @CanIgnoreReturnValue
    public Builder processing(long value) {
      processing = value;
      return this;
    }

    /** Sets how many requests succeeded. */
    @CanIgnoreReturnValue
    public Builder succeeded(long value) {
      succeeded = value;
      return this;
    }

    /** Sets how many requests failed. */
    @CanIgnoreReturnValue
    public Builder errored(long value) {
      errored = value;
      return this;
    }

    /** Sets how many requests did not run because of a cancel. */
    @CanIgnoreReturnValue
    public Builder cancelled(long value) {
      cancelled = value;
      return this;
    }

    /** Sets how many requests did not run in time. */
    @CanIgnoreReturnValue
    public Builder expired(long value) {
      expired = value;
      return this;
    }

    /** Returns the counts. */
    public RequestCounts build() {
      return new RequestCounts(this);
    }
  }
}
