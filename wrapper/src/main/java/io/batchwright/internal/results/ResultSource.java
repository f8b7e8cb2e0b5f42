package io.batchwright.internal.results;

import io.batchwright.internal.lines.LineDecoder;
import java.util.List;

/**
 * Where a batch's results are, and how to decode a line of them.
 *
 * @param files the files to read, one after the other, as one stream
 * @param decoder decodes a line
 */
public record ResultSource(List<ResultFile> files, LineDecoder decoder) {
  /** Copies the list. */
  public ResultSource {
    files = List.copyOf(files);
  }
}
