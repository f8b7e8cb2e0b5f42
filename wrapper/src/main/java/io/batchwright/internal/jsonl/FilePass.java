package io.batchwright.internal.jsonl;

import io.batchwright.internal.jsonl.RequestLine.Slice;
import io.batchwright.spi.RequestFormat.LineKind;
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

  private final InputStream in;
  private final LineFramer lines;
  private final List<LineKind> kinds;
  private final RequestShape shape = new RequestShape();
  private long number;

  FilePass(Path file, List<LineKind> kinds, long maxLine) throws IOException {
    this.in = Files.newInputStream(file);
    this.lines = new LineFramer(in, (int) Math.min(maxLine, LONGEST));
    this.kinds = kinds;
  }

  @Override
  public @Nullable RequestLine next() throws IOException {
    Line line = lines.next(Tap.NONE);
    number++;
    while (line != null && line.blank()) {
      line = lines.next(Tap.NONE);
      number++;
    }
    if (line == null) {
      return null;
    }
    if (!line.whole()) {
      return RequestLine.bad(number, null, "The line is longer than a batch may be");
    }
    return shape.ofLine(number, new Slice(line.bytes(), 0, line.bytes().length), kinds);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
