package io.batchwright;

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
 * @param oneModel whether all requests must name the same model
 */
public record ProviderLimits(
    long maxRequests, long maxBytes, Pattern customId, String customIdRule, boolean oneModel) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a limit is not positive
   */
  public ProviderLimits {
    Objects.requireNonNull(customId, "customId");
    Objects.requireNonNull(customIdRule, "customIdRule");
    if (maxRequests < 1 || maxBytes < 1) {
      throw new IllegalArgumentException("Limits must be positive");
    }
  }
}
