package io.batchwright.internal.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines, at line feeds and nowhere else.
 *
 * <p>One carriage return before the end is stripped, and a byte order mark at the very start. The
 * last line needs no line feed. A line longer than the bound is passed over, and only its first
 * bytes are kept. Not thread-safe.
 */
public final class LineReader {
  /** The longest line that is kept whole. */
  public static final int MAX_LINE = 16 << 20;

  /** How much is kept of a line that is longer. */
  public static final int HEAD = 1 << 10;

  private static final int BUFFER = 64 << 10;
  private static final byte[] BLANK = {};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int maxLine;
  private final Checksum64 sum;
  private long consumed;
  private byte[] buffer = BLANK; // until something is read
  private int start; // of the next line
  private int limit; // of what was read
  private int searched; // before it, the next line has no line feed
  private int summed; // before it, all is in the sum

  /** Frames a stream from its start. */
  public LineReader(InputStream in, int maxLine) {
    this(in, maxLine, new Checksum64(), 0);
  }

  private LineReader(InputStream in, int maxLine, Checksum64 sum, long consumed) {
    this.in = in;
    this.maxLine = maxLine;
    this.sum = sum;
    this.consumed = consumed;
  }

  /** Goes on with a stream that begins behind the last line given; this framer is done with. */
  public LineReader continuedOn(InputStream rest) {
    settle();
    return new LineReader(rest, maxLine, sum, consumed);
  }

  /** Counts the bytes from the start of the stream to the end of the last line given. */
  public long consumed() {
    return consumed;
  }

  /** Sums up those bytes, the same way however they were read. */
  public long sum() {
    settle();
    return sum.value();
  }

  /**
   * Gives the next line, or null at the end; the tap gets all of its bytes.
   *
   * @throws IOException if the stream broke off; a part of a line that came before that is not
   *     given
   */
  public @Nullable Line next(Tap tap) throws IOException {
    int feed = Newlines.indexOf(buffer, searched, limit);
    while (feed < 0) {
      searched = limit;
      if (limit - textStart() > maxLine + 1) { // one more for a carriage return
        return passOver(tap);
      }
      if (!fill()) {
        return start == limit ? null : take(limit, false, tap);
      }
      feed = Newlines.indexOf(buffer, searched, limit);
    }
    return take(feed + 1, true, tap);
  }

  private Line take(int end, boolean terminated, Tap tap) throws IOException {
    int from = textStart();
    int to = terminated ? end - 1 : end;
    if (to > from && buffer[to - 1] == '\r') {
      to--;
    }
    if (to - from > maxLine) {
      return passOver(tap);
    }
    byte[] bytes = blank(from, to) ? BLANK : Arrays.copyOfRange(buffer, from, to);
    tap.write(buffer, from, end);
    consumed += end - start;
    start = end;
    searched = end;
    if (oversized()) {
      makeRoom(); // whoever reads a long line now has the memory that it took to find its end
    }
    return new Line(bytes, true, terminated, 0);
  }

  /**
   * Passes over a line too long.
   *
   * <p>It is summed apart, so that a break in the middle of it leaves the sum of the lines before
   * it as it was.
   */
  private Line passOver(Tap tap) throws IOException {
    settle();
    int from = textStart();
    byte[] head = Arrays.copyOfRange(buffer, from, Math.min(from + Math.min(HEAD, maxLine), limit));
    Checksum64 part = new Checksum64();
    long length = 0;
    int feed = Newlines.indexOf(buffer, start, limit);
    boolean more = true;
    while (feed < 0 && more) {
      length += pass(from, limit, part, tap);
      more = fill();
      from = start;
      feed = Newlines.indexOf(buffer, start, limit);
    }
    if (feed >= 0) {
      length += pass(from, feed, part, tap) + 1;
      // The line feed is not summed with the line, which may come without one at the end of a
      // stream.
      tap.write(buffer, feed, feed + 1);
      start = feed + 1;
      searched = start;
    }
    sum.update(part.value());
    consumed += length;
    return new Line(head, false, feed >= 0, part.value());
  }

  private int pass(int from, int end, Checksum64 part, Tap tap) {
    int length = end - start;
    part.update(buffer, start, end);
    tap.write(buffer, from, end);
    start = end;
    searched = end;
    summed = end;
    return length;
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
    settle();
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
    summed = 0;
  }

  private void settle() {
    sum.update(buffer, summed, start);
    summed = start;
  }
}
