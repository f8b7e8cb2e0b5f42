package io.batchwright.internal.lines;

import io.batchwright.BatchResult;

/**
 * Decodes the lines of a provider's results, one after the other. One for each reading, by one
 * thread at a time.
 */
@FunctionalInterface
public interface LineDecoder {
  /**
   * Decodes a line; one that cannot be understood is {@link BatchResult.Unreadable}, never an
   * exception.
   *
   * @param line the bytes of the line without its end, which the result may keep
   * @param number the line's number, counted from 1, or 0 where it is not known; only what cannot
   *     be understood may depend on it
   */
  BatchResult decode(byte[] line, long number);

  /**
   * Returns whether the lines decoded so far name their requests by place alone, because the
   * provider gave no ids.
   */
  default boolean idsArePositions() {
    return false;
  }
}
