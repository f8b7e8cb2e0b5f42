package io.batchwright.internal.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines, at line feeds and nowhere else.
 *
 * <p>One carriage return before the end is stripped, and a byte order mark at the very start. The
 * last line needs no line feed. Of a line longer than the bound only the first bytes are kept. Not
 * thread-safe.
 */
public final class LineReader {
  /** How much is kept of a line that is longer. */
  public static final int HEAD = 1 << 10;

  private static final int BUFFER = 64 << 10;
  private static final byte[] BLANK = {};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int maxLine;
  private long consumed;
  private byte[] buffer = BLANK; // until something is read
  private int start; // of the next line
  private int limit; // of what was read
  private int searched; // before it, the next line has no line feed

  /** Reads a file from its start. */
  public LineReader(InputStream in, int maxLine) {
    this(in, maxLine, 0);
  }

  /**
   * Reads a file from the end of one of its lines.
   *
   * @param in the rest of the file
   * @param offset where in the file it begins
   */
  public LineReader(InputStream in, int maxLine, long offset) {
    this.in = in;
    this.maxLine = maxLine;
    this.consumed = offset;
  }

  /** Returns how many bytes there are from the start of the file to the end of the last line. */
  public long consumed() {
    return consumed;
  }

  /**
   * Returns the next line, or null at the end; the sink receives all of its bytes.
   *
   * @throws IOException if the stream broke off; a line that was read in part is then not returned
   */
  public @Nullable Line next(LineSink sink) throws IOException {
    int feed = Newlines.indexOf(buffer, searched, limit);
    while (feed < 0) {
      searched = limit;
      if (limit - textStart() > maxLine + 1) { // one more for a carriage return
        return skip(sink);
      }
      if (!fill()) {
        return start == limit ? null : read(limit, false, sink);
      }
      feed = Newlines.indexOf(buffer, searched, limit);
    }
    return read(feed + 1, true, sink);
  }

  private Line read(int end, boolean terminated, LineSink sink) throws IOException {
    int from = textStart();
    int to = terminated ? end - 1 : end;
    if (to > from && buffer[to - 1] == '\r') {
      to--;
    }
    if (to - from > maxLine) {
      return skip(sink);
    }
    byte[] bytes = blank(from, to) ? BLANK : Arrays.copyOfRange(buffer, from, to);
    sink.write(buffer, from, end);
    consumed += end - start;
    advance(end);
    if (oversized()) {
      makeRoom(); // the caller needs the memory that it took to find the end of a long line
    }
    return new Line(bytes, true, terminated, 0);
  }

  /** Skips a line that is too long. */
  private Line skip(LineSink sink) throws IOException {
    int from = textStart();
    byte[] head = Arrays.copyOfRange(buffer, from, Math.min(from + Math.min(HEAD, maxLine), limit));
    CRC32C checksum = new CRC32C();
    long length = (long) from - start;
    advance(from);
    int feed = Newlines.indexOf(buffer, start, limit);
    for (boolean more = true; feed < 0 && more; feed = Newlines.indexOf(buffer, start, limit)) {
      length += skip(limit, checksum, sink);
      more = fill();
    }
    if (feed >= 0) {
      length += skip(feed, checksum, sink) + 1;
      sink.write(buffer, feed, feed + 1);
      advance(feed + 1);
    }
    consumed += length;
    return new Line(head, false, feed >= 0, checksum.getValue());
  }

  private int skip(int end, CRC32C checksum, LineSink sink) {
    int length = end - start;
    checksum.update(buffer, start, length);
    sink.write(buffer, start, end);
    advance(end);
    return length;
  }

  private void advance(int to) {
    start = to;
    searched = to;
  }

  private int textStart() {
    int after = start + BYTE_ORDER_MARK.length;
    boolean marked =
        consumed == 0
            && after <= limit
            && Arrays.equals(buffer, start, after, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    return marked ? after : start;
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (limit == buffer.length || oversized()) {
      makeRoom();
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(0, read);
    return read >= 0;
  }

  private boolean oversized() {
    return buffer.length > BUFFER && limit - start <= BUFFER / 2;
  }

  private void makeRoom() {
    int held = limit - start;
    int size = Math.max(BUFFER, held <= BUFFER / 2 ? 0 : buffer.length);
    if (held > size / 2) {
      // The last step is a large one, so that the longest line is never copied into little more.
      size = (int) (2L * size < maxLine ? 2L * size : (long) maxLine + BUFFER);
    }
    byte[] target = size == buffer.length ? buffer : new byte[size];
    System.arraycopy(buffer, start, target, 0, held);
    buffer = target;
    searched -= start;
    limit = held;
    start = 0;
  }
}
