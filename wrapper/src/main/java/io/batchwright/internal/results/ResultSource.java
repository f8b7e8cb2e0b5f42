package io.batchwright.internal.results;

import io.batchwright.internal.lines.LineDecoder;
import java.util.List;

/**
 * Where a batch's results are, and how to decode a line of them.
 *
 * @param files the files to read, one after the other, as one stream
 * @param lines creates what decodes them
 */
public record ResultSource(List<ResultFile> files, LineDecoder.Source lines) {}
