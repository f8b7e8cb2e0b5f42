package io.batchwright.internal.results;

import io.batchwright.BatchResult;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.Tap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;

/**
 * Results in a private file that goes when it is closed, or with the process.
 *
 * <p>A result is its line as it came. One that is unreadable has a note behind it, since its line
 * may not tell the same again: the lengths of the line, the id, the problem and the bytes, then
 * these three. Not thread-safe.
 */
final class Spool extends PrivateLines {
  /** Bits of a place for the length of a line, which its offset stands before. */
  private static final int LENGTH_BITS =
      1 + Integer.SIZE - Integer.numberOfLeadingZeros(LineReader.MAX_LINE);

  private static final int NOTE = 2 * Long.BYTES + 3 * Integer.BYTES;
  private static final int NO_ID = -1;
  private static final int PART = 64 << 10;

  private final LineDecoder decoder;
  private long line;

  private Spool(Path directory, LineDecoder decoder) throws IOException {
    super(
        directory,
        "batchwright-",
        ".spool",
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
    this.decoder = decoder;
  }

  /**
   * Makes an empty one.
   *
   * @throws UncheckedIOException if nothing can be written there
   */
  static Spool in(Path directory, LineDecoder decoder) {
    try {
      return new Spool(directory, decoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void keep() {
    long before = kept();
    super.keep();
    line = kept() - before;
  }

  /** Adds the result of the line that was kept last, and gives the place to find it by. */
  long add(BatchResult result) {
    if (kept() >>> (Long.SIZE - LENGTH_BITS) > 0) {
      throw new UncheckedIOException(new IOException("Too many bytes of results to sort them"));
    }
    if (!(result instanceof BatchResult.Unreadable bad)) {
      return (kept() - line) << LENGTH_BITS | line;
    }
    long place = kept() << LENGTH_BITS;
    String id = Objects.requireNonNullElse(bad.customId(), "");
    ByteBuffer note = ByteBuffer.allocate(NOTE + 2 * (id.length() + bad.problem().length()));
    note.putLong(ResultFiles.isLine(bad) ? line : 0).putLong(bad.line());
    note.putInt(bad.customId() == null ? NO_ID : id.length());
    note.putInt(bad.problem().length()).putInt(bad.bytes().length);
    // As they are: an id may have halves of characters, which no encoding keeps.
    (id + bad.problem()).chars().forEach(one -> note.putChar((char) one));
    write(note.array(), 0, note.position());
    write(bad.bytes(), 0, bad.bytes().length);
    keepAll();
    return place;
  }

  /** Gives a result as it was added; all must be flushed. */
  BatchResult get(long place) {
    long offset = place >>> LENGTH_BITS;
    int length = lengthIn(place);
    if (length > 0) {
      // Only an unreadable result tells which line it was.
      return decoder.decode(withoutEnd(read(offset, length).array()), 0);
    }
    ByteBuffer note = read(offset, NOTE).position(Long.BYTES);
    long number = note.getLong();
    int id = note.getInt();
    int texts = 2 * (Math.max(id, 0) + note.getInt());
    int bytes = note.getInt();
    String text = read(offset + NOTE, texts).asCharBuffer().toString();
    return new BatchResult.Unreadable(
        id == NO_ID ? null : text.substring(0, id),
        number,
        text.substring(Math.max(id, 0)),
        read(offset + NOTE + texts, bytes).array());
  }

  /** Gives a result's line as it came; nothing, and false, if it stands for no line. */
  boolean copy(long place, Tap to) {
    long offset = place >>> LENGTH_BITS;
    boolean noted = lengthIn(place) == 0;
    long length = noted ? read(offset, Long.BYTES).getLong() : lengthIn(place);
    long end = noted ? offset : offset + length;
    for (long left = length; left > 0; left -= PART) {
      int part = (int) Math.min(left, PART);
      to.write(read(end - left, part).array(), 0, part);
    }
    if (length > 0) {
      to.keep();
    }
    return length > 0;
  }

  private static int lengthIn(long place) {
    return (int) place & (1 << LENGTH_BITS) - 1;
  }

  private static byte[] withoutEnd(byte[] line) {
    int end = line.length - 1;
    return Arrays.copyOf(line, end > 0 && line[end - 1] == '\r' ? end - 1 : end);
  }
}
