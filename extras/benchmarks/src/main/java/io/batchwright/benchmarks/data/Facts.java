package io.batchwright.benchmarks.data;

/**
 * The totals that every reader of a file must arrive at.
 *
 * @param lines the number of lines
 * @param bytes the number of bytes
 * @param succeeded the number of succeeded requests
 * @param idChars the total length of all custom ids
 * @param textChars the total length of all texts, in UTF-16 units
 * @param tokens all tokens, input and output
 */
public record Facts(
    long lines, long bytes, long succeeded, long idChars, long textChars, long tokens) {
  /** The same for a file that is sent this many times over as one. */
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
