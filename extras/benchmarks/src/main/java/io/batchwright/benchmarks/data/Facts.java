package io.batchwright.benchmarks.data;

/**
 * What every reader of a file has to come to.
 *
 * @param lines how many lines
 * @param bytes how many bytes
 * @param succeeded how many requests were answered
 * @param idChars the length of all custom ids together
 * @param textChars the length of all texts together, in UTF-16 units
 * @param tokens all tokens, read and written
 */
public record Facts(
    long lines, long bytes, long succeeded, long idChars, long textChars, long tokens) {
  /** The same for a file that is sent this many times over, as one. */
  public Facts times(long count) {
    return new Facts(
        lines * count,
        bytes * count,
        succeeded * count,
        idChars * count,
        textChars * count,
        tokens * count);
  }
}
