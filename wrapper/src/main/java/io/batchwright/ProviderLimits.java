package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Objects;
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
public final class ProviderLimits {
  /** A number of requests that the provider does not document. */
  public static final long UNKNOWN_MAX_REQUESTS = Long.MAX_VALUE;

  private final Builder from;

  private ProviderLimits(Builder from) {
    this.from = from;
  }

  /** Returns a builder of limits that allow everything, with a window of 24 hours. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with these limits. */
  public Builder toBuilder() {
    return new Builder(from);
  }

  /** Returns the largest number of requests. */
  public long maxRequests() {
    return from.maxRequests;
  }

  /** Returns the longest body or file, in bytes. */
  public long maxBytes() {
    return from.maxBytes;
  }

  /** Returns what a custom id must match as a whole. */
  public Pattern customId() {
    return from.customId;
  }

  /** Returns the rule for custom ids in words. */
  public String customIdRule() {
    return from.customIdRule;
  }

  /** Returns whether all requests must be for one model, in every body unless options name it. */
  public boolean oneModel() {
    return from.oneModel;
  }

  /** Returns the shortest completion window. */
  public Duration shortestWindow() {
    return from.shortestWindow;
  }

  /** Returns the longest completion window; the shortest one where there is no choice. */
  public Duration longestWindow() {
    return from.longestWindow;
  }

  /** Returns the largest number of inputs of all embedding requests together. */
  public long maxInputs() {
    return from.maxInputs;
  }

  /** Returns the largest number of inputs of one embedding request. */
  public long maxInputsPerRequest() {
    return from.maxInputsPerRequest;
  }

  /** Builds limits; not thread-safe. */
  public static final class Builder {
    private long maxRequests = UNKNOWN_MAX_REQUESTS;
    private long maxBytes = Long.MAX_VALUE;
    private Pattern customId = Pattern.compile(".+", Pattern.DOTALL);
    private String customIdRule = "a string that is not empty";
    private boolean oneModel;
    private Duration shortestWindow = Duration.ofHours(24);
    private Duration longestWindow = Duration.ofHours(24);
    private long maxInputs = Long.MAX_VALUE;
    private long maxInputsPerRequest = Long.MAX_VALUE;

    private Builder() {}

    private Builder(Builder other) {
      maxRequests = other.maxRequests;
      maxBytes = other.maxBytes;
      customId = other.customId;
      customIdRule = other.customIdRule;
      oneModel = other.oneModel;
      shortestWindow = other.shortestWindow;
      longestWindow = other.longestWindow;
      maxInputs = other.maxInputs;
      maxInputsPerRequest = other.maxInputsPerRequest;
    }

    /** Sets the largest number of requests. */
    @CanIgnoreReturnValue
    public Builder maxRequests(long value) {
      maxRequests = value;
      return this;
    }

    /** Sets the longest body or file, in bytes. */
    @CanIgnoreReturnValue
    public Builder maxBytes(long value) {
      maxBytes = value;
      return this;
    }

    /** Sets what a custom id must match as a whole, and the same in words. */
    @CanIgnoreReturnValue
    public Builder customId(Pattern pattern, String rule) {
      customId = Objects.requireNonNull(pattern, "pattern");
      customIdRule = Objects.requireNonNull(rule, "rule");
      return this;
    }

    /** Sets whether all requests must be for one model. */
    @CanIgnoreReturnValue
    public Builder oneModel(boolean value) {
      oneModel = value;
      return this;
    }

    /** Sets the shortest and the longest completion window. */
    @CanIgnoreReturnValue
    public Builder windows(Duration shortest, Duration longest) {
      shortestWindow = shortest;
      longestWindow = longest;
      return this;
    }

    /** Sets how many inputs embedding requests may have, all together and each. */
    @CanIgnoreReturnValue
    public Builder maxInputs(long inAll, long perRequest) {
      maxInputs = inAll;
      maxInputsPerRequest = perRequest;
      return this;
    }

    /**
     * Builds the limits.
     *
     * @throws IllegalArgumentException if a limit is not positive, or the longest window is shorter
     *     than the shortest
     */
    public ProviderLimits build() {
      boolean positive =
          maxRequests > 0 && maxBytes > 0 && maxInputs > 0 && maxInputsPerRequest > 0;
      if (!positive || shortestWindow.isNegative() || shortestWindow.isZero()) {
        throw new IllegalArgumentException("Limits must be positive");
      }
      if (longestWindow.compareTo(shortestWindow) < 0) {
        throw new IllegalArgumentException("The longest window is shorter than the shortest");
      }
      return new ProviderLimits(new Builder(this));
    }
  }
}
