package io.batchwright;

import com.google.auto.value.AutoValue;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a request used, or the sum over many, counted in the same way for every provider:
 * parts are contained in their totals. Immutable and thread-safe.
 */
@AutoValue
public abstract class Usage {
  /** No tokens at all. */
  public static final Usage NONE = builder().build();

  Usage() {}

  /** Returns a builder without tokens. */
  public static Builder builder() {
    return new AutoValue_Usage.Builder()
        .input(0)
        .output(0)
        .cacheRead(0)
        .cacheWrite(0)
        .cacheWriteByLifetime(Map.of());
  }

  /** Returns all tokens that were read, those from a cache and those written to one included. */
  public abstract long input();

  /** Returns all tokens that were written, reasoning included. */
  public abstract long output();

  /** Returns the part of the input that was read from a cache; 0 if the provider sends none. */
  public abstract long cacheRead();

  /** Returns the part of the input that was written to a cache; 0 if the provider sends none. */
  public abstract long cacheWrite();

  /** Returns {@link #cacheWrite()} by the lifetime of the cache; empty where that is unknown. */
  public abstract Map<Duration, Long> cacheWriteByLifetime();

  /** Returns the part of the output that is reasoning, or null if the provider does not send it. */
  public abstract @Nullable Long reasoning();

  /** Returns the sum of both; what only one of them has is that one's. */
  public final Usage plus(Usage other) {
    Map<Duration, Long> lifetimes = new HashMap<>(cacheWriteByLifetime());
    other
        .cacheWriteByLifetime()
        .forEach((lifetime, tokens) -> lifetimes.merge(lifetime, tokens, Long::sum));
    return builder()
        .input(input() + other.input())
        .output(output() + other.output())
        .cacheRead(cacheRead() + other.cacheRead())
        .cacheWrite(cacheWrite() + other.cacheWrite())
        .cacheWriteByLifetime(lifetimes)
        .reasoning(sum(reasoning(), other.reasoning()))
        .build();
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one + other;
  }

  /** Builds a usage; what is not set is 0, or unknown. Not thread-safe. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Sets all tokens that were read. */
    public abstract Builder input(long tokens);

    /** Sets all tokens that were written. */
    public abstract Builder output(long tokens);

    /** Sets the part of the input that was read from a cache. */
    public abstract Builder cacheRead(long tokens);

    /** Sets the part of the input that was written to a cache. */
    public abstract Builder cacheWrite(long tokens);

    /** Sets the tokens that were written to a cache of this lifetime. */
    @CanIgnoreReturnValue
    public final Builder cacheWrite(Duration lifetime, long tokens) {
      Map<Duration, Long> more = new HashMap<>(cacheWriteByLifetime());
      more.put(lifetime, tokens);
      return cacheWriteByLifetime(more);
    }

    /** Sets the part of the output that is reasoning. */
    public abstract Builder reasoning(@Nullable Long tokens);

    /** Returns the usage. */
    public final Usage build() {
      return cacheWriteByLifetime(Map.copyOf(cacheWriteByLifetime())).usage();
    }

    abstract Builder cacheWriteByLifetime(Map<Duration, Long> tokens);

    abstract Map<Duration, Long> cacheWriteByLifetime();

    abstract Usage usage();
  }
}
