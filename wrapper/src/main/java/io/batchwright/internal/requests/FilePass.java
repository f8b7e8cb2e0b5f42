package io.batchwright.internal.requests;

import io.batchwright.internal.lines.Checksum64;
import io.batchwright.internal.lines.Line;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.LineSink;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the requests of a JSON Lines file; blank lines count as lines and are no requests.
 */
final class FilePass implements RequestPass {
  /** An array can hardly be longer. */
  private static final long LONGEST = 1 << 30;

  private static final byte[] LINE_END = {'\n'};

  private final Path file;
  private final InputStream in;
  private final LineReader lines;
  private final List<LineKind> kinds;
  private final RequestShape shape = new RequestShape();
  private final Checksum64 sum = new Checksum64();
  private long number;
  private long sizeOfLines; // each with its end
  private boolean ended = true;

  FilePass(Path file, List<LineKind> kinds, long maxLine) throws IOException {
    this.file = file;
    this.in = Files.newInputStream(file);
    this.lines = new LineReader(in, (int) Math.min(maxLine, LONGEST));
    this.kinds = kinds;
  }

  @Override
  public @Nullable RequestLine next() throws IOException {
    Line line = lines.next(LineSink.NONE);
    number++;
    while (line != null && line.blank()) {
      line = lines.next(LineSink.NONE);
      number++;
    }
    if (line == null) {
      return null;
    }
    if (!line.whole()) {
      return RequestLine.bad(number, null, "The line is longer than a batch may be");
    }
    int length = line.bytes().length;
    sizeOfLines += length + 1;
    ended = line.terminated();
    sum.update(line.bytes(), 0, length);
    sum.update(LINE_END, 0, ended ? 1 : 0);
    return shape.ofLine(number, new Slice(line.bytes(), 0, length), kinds);
  }

  /** Blank lines, other line ends and a byte order mark count in the file and in no line. */
  @Override
  public @Nullable RequestFile plainFile() {
    long size = lines.consumed();
    return sizeOfLines == (ended ? size : size + 1)
        ? new RequestFile(file, size, sum.value(), ended)
        : null;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
