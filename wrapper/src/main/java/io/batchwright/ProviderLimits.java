package io.batchwright;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a provider takes in one batch, as far as the input alone can show it. Immutable and
 * thread-safe.
 *
 * <p>Providers change these figures; a client's builder takes others in their place.
 *
 * @param maxRequests how many requests
 * @param maxBytes how long the body or file
 * @param customId what a custom id must match as a whole
 * @param customIdRule the same in words, for people
 * @param oneModel whether all requests must be for one model, named by every body unless options do
 * @param shortestWindow the shortest completion window
 * @param longestWindow the longest completion window; the same where there is no choice
 */
public record ProviderLimits(
    long maxRequests,
    long maxBytes,
    Pattern customId,
    String customIdRule,
    boolean oneModel,
    Duration shortestWindow,
    Duration longestWindow) {
  /** Stands for a number of requests that the provider does not document. */
  public static final long UNKNOWN_MAX_REQUESTS = Long.MAX_VALUE;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a limit is not positive
   */
  public ProviderLimits {
    Objects.requireNonNull(customId, "customId");
    Objects.requireNonNull(customIdRule, "customIdRule");
    if (maxRequests < 1 || maxBytes < 1 || shortestWindow.isNegative() || shortestWindow.isZero()) {
      throw new IllegalArgumentException("Limits must be positive");
    }
    if (longestWindow.compareTo(shortestWindow) < 0) {
      throw new IllegalArgumentException("The longest window is shorter than the shortest");
    }
  }

  /** The same with another number of requests. */
  public ProviderLimits maxRequests(long value) {
    return new ProviderLimits(
        value, maxBytes, customId, customIdRule, oneModel, shortestWindow, longestWindow);
  }

  /** The same with another length in bytes. */
  public ProviderLimits maxBytes(long value) {
    return new ProviderLimits(
        maxRequests, value, customId, customIdRule, oneModel, shortestWindow, longestWindow);
  }
}
