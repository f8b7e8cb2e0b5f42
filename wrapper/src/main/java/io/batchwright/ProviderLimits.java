package io.batchwright;

import com.google.auto.value.AutoValue;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a provider accepts in one batch, as far as the input alone can show it. Immutable and
 * thread-safe.
 *
 * <p>Providers change these figures; a client's builder accepts others:
 *
 * <pre>{@code
 * ProviderLimits raised = client.limits().toBuilder().maxRequests(200_000).build();
 * BatchClient other = OpenAi.builder().fromEnv().limits(raised).build();
 * }</pre>
 */
@AutoValue
public abstract class ProviderLimits {
  /** A number of requests that the provider does not document. */
  public static final long UNKNOWN_MAX_REQUESTS = Long.MAX_VALUE;

  ProviderLimits() {}

  /** Returns a builder of limits that allow everything, with a window of 24 hours. */
  public static Builder builder() {
    Duration day = Duration.ofHours(24);
    return new AutoValue_ProviderLimits.Builder()
        .maxRequests(UNKNOWN_MAX_REQUESTS)
        .maxBytes(Long.MAX_VALUE)
        .customId(Pattern.compile(".+", Pattern.DOTALL), "a string that is not empty")
        .oneModel(false)
        .windows(day, day)
        .maxInputs(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** Returns a builder that starts with these limits. */
  public abstract Builder toBuilder();

  /** Returns the largest number of requests. */
  public abstract long maxRequests();

  /** Returns the longest body or file, in bytes. */
  public abstract long maxBytes();

  /** Returns what a custom id must match as a whole. */
  public abstract Pattern customId();

  /** Returns the rule for custom ids in words. */
  public abstract String customIdRule();

  /** Returns whether all requests must be for one model, in every body unless options name it. */
  public abstract boolean oneModel();

  /** Returns the shortest completion window. */
  public abstract Duration shortestWindow();

  /** Returns the longest completion window; the shortest one where there is no choice. */
  public abstract Duration longestWindow();

  /** Returns the largest number of inputs of all embedding requests together. */
  public abstract long maxInputs();

  /** Returns the largest number of inputs of one embedding request. */
  public abstract long maxInputsPerRequest();

  /** Builds limits; not thread-safe. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Sets the largest number of requests. */
    public abstract Builder maxRequests(long value);

    /** Sets the longest body or file, in bytes. */
    public abstract Builder maxBytes(long value);

    /** Sets what a custom id must match as a whole, and the same in words. */
    @CanIgnoreReturnValue
    public final Builder customId(Pattern pattern, String rule) {
      return customId(pattern).customIdRule(rule);
    }

    abstract Builder customId(Pattern pattern);

    abstract Builder customIdRule(String rule);

    /** Sets whether all requests must be for one model. */
    public abstract Builder oneModel(boolean value);

    /** Sets the shortest and the longest completion window. */
    @CanIgnoreReturnValue
    public final Builder windows(Duration shortest, Duration longest) {
      return shortestWindow(shortest).longestWindow(longest);
    }

    abstract Builder shortestWindow(Duration shortest);

    abstract Builder longestWindow(Duration longest);

    /** Sets how many inputs embedding requests may have, all together and each. */
    @CanIgnoreReturnValue
    public final Builder maxInputs(long inAll, long perRequest) {
      return maxInputs(inAll).maxInputsPerRequest(perRequest);
    }

    abstract Builder maxInputs(long inAll);

    abstract Builder maxInputsPerRequest(long perRequest);

    abstract ProviderLimits limits();

    /**
     * Builds the limits.
     *
     * @throws IllegalArgumentException if a limit is not positive, or the longest window is shorter
     *     than the shortest
     */
    public final ProviderLimits build() {
      ProviderLimits built = limits();
      long least = Math.min(built.maxRequests(), built.maxBytes());
      long fewest = Math.min(built.maxInputs(), built.maxInputsPerRequest());
      Duration shortest = built.shortestWindow();
      if (Math.min(least, fewest) < 1 || shortest.isNegative() || shortest.isZero()) {
        throw new IllegalArgumentException("Limits must be positive");
      }
      if (built.longestWindow().compareTo(shortest) < 0) {
        throw new IllegalArgumentException("The longest window is shorter than the shortest");
      }
      return built;
    }
  }
}
