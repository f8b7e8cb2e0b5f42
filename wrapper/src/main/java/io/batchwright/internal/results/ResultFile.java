package io.batchwright.internal.results;

import io.batchwright.BatchException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One file of results, which can be opened again after what was already read. */
public interface ResultFile {
  /**
   * Opens the file.
   *
   * @param offset how many bytes were read already; 0 at first
   * @param validator what the first response had to recognize the same bytes by, or null; without
   *     it the file is opened from its start
   * @return the bytes from {@link ResultBytes#offset()} on, which is {@code offset} or 0
   * @throws BatchException if the provider refuses
   * @throws IOException if there was no response
   */
  ResultBytes open(long offset, @Nullable String validator) throws IOException;
}
