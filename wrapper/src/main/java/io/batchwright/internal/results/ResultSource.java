package io.batchwright.internal.results;

import io.batchwright.internal.lines.LineDecoder;
import java.util.List;

/**
 * Where a batch's results are, and how to read a line of them.
 *
 * @param files the files to read, one after the other, as one stream
 * @param decoder reads a line
 */
public record ResultSource(List<ResultFile> files, LineDecoder decoder) {
  /** Keeps its own copy. */
  public ResultSource {
    files = List.copyOf(files);
  }
}
