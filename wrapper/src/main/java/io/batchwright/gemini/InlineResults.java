package io.batchwright.gemini;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import okio.Options;

/**
 * Separates the inline results of an operation, or of a page of operations, from the rest while the
 * response streams by. Results become lines; in the rest, an empty array is left in their place.
 * White space between values is dropped, and every other byte stays as it is.
 *
 * <p>This is framing, not parsing: it follows strings and counts brackets, in constant memory. A
 * result of any length or depth, or one that is no JSON, is a line, and the results after it are
 * found.
 *
 * <p>An ended operation holds its results twice, and the first array that is not empty counts. The
 * arrays are known by their name, {@code inlinedResponses}, at any depth: in an object of the same
 * name, as recorded, without it, as documented, or further down, as SDKs tolerate. Not thread-safe.
 */
final class InlineResults {
  /** Holds the position of a result in a batch none of whose results has a key; our own name. */
  static final String POSITION = "batchwright_position";

  private static final String LIST = "inlinedResponses";
  private static final String OTHER = "?";
  private static final int CHUNK = 8192;

  /** The strings that mean something, among them the steps of {@link GeminiLines#IDS}. */
  private static final List<String> WORDS = List.of(LIST, "key", "metadata", "custom_id", "");

  private static final Options ENDINGS =
      Options.of(
          WORDS.stream().map(w -> ByteString.encodeUtf8(w + '"')).toArray(ByteString[]::new));

  private static final ByteString STOPS = ByteString.encodeUtf8("\"\\");

  private final Part part;
  private final long due;
  private final Buffer found = new Buffer();
  private final Buffer dropped = new Buffer();

  private long depth;
  private boolean inString;
  private String word = OTHER; // the string that was read last
  private final String[] names = {OTHER, OTHER, OTHER, OTHER}; // of the open members, by level
  private long listDepth; // 0 outside of an array of results
  private boolean inResult;
  private boolean positionDue;
  private long count;
  private boolean counted; // the array that counts is over
  private boolean keyed;
  private boolean ended;

  /** A part of a response. */
  enum Part {
    /** The results, a line each. */
    RESULTS,
    /** The results, a line each, with their positions. */
    RESULTS_WITH_POSITIONS,
    /** Everything but the results. */
    REST
  }

  /**
   * Creates the reader of one response.
   *
   * @param due how many results there must be
   */
  InlineResults(Part part, long due) {
    this.part = part;
    this.due = due;
  }

  /** Returns the number of results that were read. */
  long count() {
    return count;
  }

  /** Whether any of them has a key. */
  boolean keyed() {
    return keyed;
  }

  /** Returns the part of a response, which is closed together with it. */
  InputStream of(InputStream response) {
    BufferedSource source = Okio.buffer(Okio.source(response));
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        while (found.exhausted() && !source.exhausted()) {
          advance(source);
        }
        // A truncated JSON document fails to parse; truncated lines would go unnoticed.
        if (found.exhausted() && part != Part.REST && (!ended || count < due)) {
          throw new EOFException("The response ends in the middle of the batch");
        }
        return found.read(bytes, offset, length);
      }

      /** Closes the response alone: another thread may close while the buffers are being read. */
      @Override
      public void close() throws IOException {
        response.close();
      }
    };
  }

  /** Reads what has arrived, until a chunk of it is found. */
  private void advance(BufferedSource in) throws IOException {
    Buffer arrived = in.getBuffer();
    while (!arrived.exhausted() && found.size() < CHUNK) {
      if (inString) {
        string(in);
      } else {
        byte b = arrived.readByte();
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
          accept(b, in);
        }
      }
    }
  }

  /** Reads a bracket, a comma, a colon, the quote that opens a string, or part of a literal. */
  private void accept(byte b, BufferedSource in) throws IOException {
    boolean between = listDepth > 0 && depth == listDepth && (b == ',' || b == ']' || b == '}');
    if (between && inResult) {
      target().writeByte('\n');
    }
    boolean begins = listDepth > 0 && !between && !inResult;
    count += begins && !counted ? 1 : 0;
    inResult = listDepth > 0 && !between;
    if (positionDue) {
      target().writeUtf8("\"" + POSITION + "\":" + (count - 1) + (b == '}' ? "" : ","));
    }
    positionDue = begins && b == '{' && part == Part.RESULTS_WITH_POSITIONS;
    if (!between || b != ',') {
      target().writeByte(b);
      track(b, in);
    }
  }

  /** Reads the string up to an escape or to its end, or what has arrived of it. */
  private void string(BufferedSource in) throws IOException {
    Buffer arrived = in.getBuffer();
    long stop = arrived.indexOfElement(STOPS);
    inString = stop < 0 || arrived.getByte(stop) != '"';
    boolean escape = stop >= 0 && inString && in.request(stop + 2);
    target().write(arrived, stop < 0 ? arrived.size() : stop + (escape ? 2 : 1));
  }

  /** Follows where in the response the byte is. */
  private void track(byte b, BufferedSource in) throws IOException {
    int level = level();
    switch (b) {
      case '"' -> {
        int known = in.select(ENDINGS);
        inString = known < 0;
        word = inString ? OTHER : WORDS.get(known);
        target().write(inString ? ByteString.EMPTY : ENDINGS.get(known));
        value(level, !word.isEmpty());
      }
      case '{', '[' -> {
        depth++;
        listDepth = b == '[' && listDepth == 0 && names[0].equals(LIST) ? depth : listDepth;
        names[level()] = OTHER;
      }
      case '}', ']' -> {
        counted |= depth == listDepth && count > 0;
        listDepth = depth == listDepth ? 0 : listDepth;
        depth = Math.max(0, depth - 1);
        ended |= depth == 0;
      }
      case ',' -> names[level] = OTHER;
      case ':' -> names[level] = word;
      default -> value(level, b >= '0' && b <= '9');
    }
  }

  /** Checks whether a value names the request, as {@link GeminiLines} will. */
  private void value(int level, boolean present) {
    if (present && !counted && !keyed && (level == 1 || level == 2)) {
      keyed = GeminiLines.IDS.contains(level == 1 ? names[1] : names[1] + "." + names[2]);
    }
  }

  /** Returns the depth within a result; 3 stands for all that is deeper. */
  private int level() {
    return listDepth == 0 ? 0 : (int) Math.min(depth - listDepth, 3);
  }

  /** Returns the buffer to write the next bytes to. */
  private Buffer target() {
    if (dropped.size() > CHUNK) {
      dropped.clear();
    }
    return (inResult ? part != Part.REST && !counted : part == Part.REST) ? found : dropped;
  }
}
