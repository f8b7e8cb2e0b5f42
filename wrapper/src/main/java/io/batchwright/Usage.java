package io.batchwright;

/**
 * Tokens that one request used, or the sum over many, as the provider counts them.
 *
 * <p>Providers differ in whether cached tokens are part of {@code inputTokens}: Anthropic's are
 * not, those of the others are. Immutable and thread-safe.
 *
 * @param inputTokens tokens read
 * @param outputTokens tokens written
 * @param cacheReadTokens input tokens taken from a cache; 0 if the provider does not say
 * @param cacheWriteTokens input tokens written to a cache; 0 if the provider does not say
 */
public record Usage(
    long inputTokens, long outputTokens, long cacheReadTokens, long cacheWriteTokens) {
  /** No tokens at all. */
  public static final Usage NONE = new Usage(0, 0, 0, 0);

  /** Gives the sum of both, figure by figure. */
  public Usage plus(Usage other) {
    return new Usage(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        cacheReadTokens + other.cacheReadTokens,
        cacheWriteTokens + other.cacheWriteTokens);
  }
}
