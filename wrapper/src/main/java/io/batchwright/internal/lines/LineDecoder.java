package io.batchwright.internal.lines;

import io.batchwright.BatchResult;
import org.jspecify.annotations.Nullable;

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
   * @param number the line's number, counted from 1
   */
  BatchResult decode(byte[] line, long number);

  /** Creates decoders of a provider's lines. */
  @FunctionalInterface
  interface Source {
    /**
     * Creates a decoder for one reading.
     *
     * @param idMember where the custom id is, or null for the provider's usual places
     */
    LineDecoder create(@Nullable String idMember);
  }
}
