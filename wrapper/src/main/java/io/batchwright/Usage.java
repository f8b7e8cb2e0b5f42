package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a request used, or the sum over many, counted in the same way for every provider:
 * parts are contained in their totals. Immutable and thread-safe.
 */
public final class Usage {
  /** No tokens at all. */
  public static final Usage NONE = builder().build();

  private final long input;
  private final long output;
  private final long cacheRead;
  private final long cacheWrite;
  private final Map<Duration, Long> cacheWriteByLifetime;
  private final @Nullable Long reasoning;

  private Usage(Builder builder) {
    this.input = builder.input;
    this.output = builder.output;
    this.cacheRead = builder.cacheRead;
    this.cacheWrite = builder.cacheWrite;
    this.cacheWriteByLifetime = Map.copyOf(builder.cacheWriteByLifetime);
    this.reasoning = builder.reasoning;
  }

  /** Returns a builder without tokens. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns all tokens that were read, those from a cache and those written to one included. */
  public long input() {
    return input;
  }

  /** Returns all tokens that were written, reasoning included. */
  public long output() {
    return output;
  }

  /** Returns the part of the input that was read from a cache; 0 if the provider sends none. */
  public long cacheRead() {
    return cacheRead;
  }

  /** Returns the part of the input that was written to a cache; 0 if the provider sends none. */
  public long cacheWrite() {
    return cacheWrite;
  }

  /** Returns {@link #cacheWrite()} by the lifetime of the cache; empty where that is unknown. */
  public Map<Duration, Long> cacheWriteByLifetime() {
    return cacheWriteByLifetime;
  }

  /** Returns the part of the output that is reasoning, or null if the provider does not send it. */
  public @Nullable Long reasoning() {
    return reasoning;
  }

  /** Returns the sum of both; what only one of them has is that one's. */
  public Usage plus(Usage other) {
    return builder().add(this).add(other).build();
  }

  private List<@Nullable Object> figures() {
    return Arrays.asList(input, output, cacheRead, cacheWrite, cacheWriteByLifetime, reasoning);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Usage that && figures().equals(that.figures());
  }

  @Override
  public int hashCode() {
    return figures().hashCode();
  }

  @Override
  public String toString() {
    return "Usage[input, output, cacheRead, cacheWrite, by lifetime, reasoning = "
        + figures()
        + "]";
  }

  /** Builds a usage; what is not set is 0, or unknown. Not thread-safe. */
  public static final class Builder {
    private long input;
    private long output;
    private long cacheRead;
    private long cacheWrite;
    private final Map<Duration, Long> cacheWriteByLifetime = new HashMap<>();
    private @Nullable Long reasoning;

    private Builder() {}

    /** Sets all tokens that were read. */
    @CanIgnoreReturnValue
    public Builder input(long tokens) {
      input = tokens;
      return this;
    }

    /** Sets all tokens that were written. */
    @CanIgnoreReturnValue
    public Builder output(long tokens) {
      output = tokens;
      return this;
    }

    /** Sets the part of the input that was read from a cache. */
    @CanIgnoreReturnValue
    public Builder cacheRead(long tokens) {
      cacheRead = tokens;
      return this;
    }

    /** Sets the part of the input that was written to a cache. */
    @CanIgnoreReturnValue
    public Builder cacheWrite(long tokens) {
      cacheWrite = tokens;
      return this;
    }

    /** Sets the tokens that were written to a cache of this lifetime. */
    @CanIgnoreReturnValue
    public Builder cacheWrite(Duration lifetime, long tokens) {
      cacheWriteByLifetime.put(lifetime, tokens);
      return this;
    }

    /** Sets the part of the output that is reasoning. */
    @CanIgnoreReturnValue
    public Builder reasoning(long tokens) {
      reasoning = tokens;
      return this;
    }

    /** Adds all that a usage has. */
    @CanIgnoreReturnValue
    public Builder add(Usage other) {
      input += other.input;
      output += other.output;
      cacheRead += other.cacheRead;
      cacheWrite += other.cacheWrite;
      other.cacheWriteByLifetime.forEach(
          (lifetime, tokens) -> cacheWriteByLifetime.merge(lifetime, tokens, Long::sum));
      if (other.reasoning != null) {
        reasoning = other.reasoning + (reasoning == null ? 0 : reasoning);
      }
      return this;
    }

    /** Returns the usage. */
    public Usage build() {
      return new Usage(this);
    }
  }
}
