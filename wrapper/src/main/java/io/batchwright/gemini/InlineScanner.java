package io.batchwright.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import okio.Buffer;

/**
 * Parts an operation, or a page of them, as it streams by: inline results become lines, and what
 * remains is the answer with empty lists in their place. White space between values goes.
 *
 * <p>An ended operation holds its results twice, and the first list that is not empty is taken.
 * Lists are known by their name, {@code inlinedResponses}, wherever they stand: in an object of the
 * same name, as recorded, without that, as documents have it, or further down, as SDKs bear. Not
 * thread-safe.
 */
final class InlineScanner {
  /** Tells the place of a result in a batch none of whose results has a key; our own word. */
  static final String POSITION = "batchwright_position";

  private static final String LIST = "inlinedResponses";
  private static final int LONGEST_NAME = 64;

  /** Nothing is known by its name further down, where no reader of results would follow. */
  private static final int DEEPEST = 1024;

  private final Part wanted;
  private final long due;
  private final Buffer found = new Buffer();

  private final BitSet objects = new BitSet(); // what is open at a depth is an object, not an array
  private long depth;
  private boolean naming; // the next text is the name of a member
  private String name = ""; // of the member that was named last
  private boolean inText;
  private boolean escaped;
  private final byte[] text = new byte[LONGEST_NAME];
  private int textLength;

  private long listDepth; // 0 outside of a list
  private boolean inResult;
  private boolean mark; // is owed to the result that begins
  private final String[] path = {"", "", ""}; // of the members open in a result, from 1 on
  private long results;
  private boolean taken; // the list that counts is over
  private boolean keyed;
  private boolean ended;

  /** What is wanted of an answer. */
  enum Part {
    /** The results, a line each. */
    RESULTS,
    /** The results, each with its place. */
    RESULTS_WITH_POSITIONS,
    /** All but the results. */
    WITHOUT_RESULTS
  }

  /** Makes a scanner that is to find nothing in particular. */
  InlineScanner(Part wanted) {
    this(wanted, 0);
  }

  /**
   * Makes a scanner.
   *
   * @param due how many results there must be
   */
  InlineScanner(Part wanted, long due) {
    this.wanted = wanted;
    this.due = due;
  }

  /** Holds what was found of the part that is wanted; emptied by the caller. */
  Buffer found() {
    return found;
  }

  /** Counts the results so far. */
  long results() {
    return results;
  }

  /** Says whether any of them has a key. */
  boolean keyed() {
    return keyed;
  }

  /**
   * Says whether nothing can be missing. Whoever decodes what is left without results sees by
   * himself that it is cut off; of lines nobody does.
   */
  boolean mayEndHere() {
    return wanted == Part.WITHOUT_RESULTS || (ended && results >= due);
  }

  void accept(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (inText && !escaped) {
        i = passText(bytes, i, length);
        if (i == length) {
          return;
        }
      }
      byte b = bytes[i];
      if (inText) {
        acceptInText(b);
      } else if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        accept(b);
      }
    }
  }

  private void accept(byte b) {
    if (listDepth > 0 && depth == listDepth) {
      if (b == ',' || b == ']') {
        endResult();
      } else if (!inResult) {
        beginResult(b);
      }
      if (b == ',') {
        return;
      }
    }
    if (mark && depth > listDepth) {
      mark(b);
    }
    switch (b) {
      case '"' -> {
        inText = true;
        textLength = 0;
      }
      case '{', '[' -> open(b == '{');
      case '}', ']' -> close();
      case ',' -> naming = depth < DEEPEST && objects.get((int) depth);
      case ':' -> naming = false;
      default -> value(b >= '0' && b <= '9');
    }
    write(b);
  }

  private void beginResult(byte b) {
    inResult = true;
    results += taken ? 0 : 1;
    mark = wanted == Part.RESULTS_WITH_POSITIONS && b == '{';
    Arrays.fill(path, "");
  }

  private void endResult() {
    if (inResult) {
      write((byte) '\n');
    }
    inResult = false;
  }

  /** Writes the first member of a result, before the byte that comes next. */
  private void mark(byte next) {
    mark = false;
    String member = "\"" + POSITION + "\":" + (results - 1) + (next == '}' ? "" : ",");
    for (byte b : member.getBytes(StandardCharsets.UTF_8)) {
      write(b);
    }
  }

  private void open(boolean object) {
    depth++;
    if (depth < DEEPEST) {
      objects.set((int) depth, object);
    }
    naming = object;
    if (!object && listDepth == 0 && name.equals(LIST)) {
      listDepth = depth;
    }
  }

  private void close() {
    if (listDepth > 0 && depth == listDepth) {
      listDepth = 0;
      taken |= results > 0;
    }
    depth = Math.max(0, depth - 1);
    naming = false;
    name = "";
    ended |= depth == 0;
  }

  /** Takes what is plain text as a whole, and gives where something else comes. */
  private int passText(byte[] bytes, int from, int length) {
    int to = from;
    while (to < length && bytes[to] != '"' && bytes[to] != '\\') {
      to++;
    }
    int kept = Math.min(to - from, LONGEST_NAME - textLength);
    System.arraycopy(bytes, from, text, textLength, kept);
    textLength += kept;
    if (isWanted()) {
      found.write(bytes, from, to - from);
    }
    return to;
  }

  private void acceptInText(byte b) {
    write(b);
    if (escaped) {
      escaped = false;
    } else if (b == '\\') {
      escaped = true;
    } else if (b == '"') {
      inText = false;
      endText();
      return;
    }
    if (textLength < LONGEST_NAME) {
      text[textLength++] = b;
    }
  }

  private void endText() {
    if (!naming) {
      value(textLength > 0);
      return;
    }
    naming = false;
    int inner = inner();
    if (!inResult || inner < path.length) {
      name = new String(text, 0, textLength, StandardCharsets.UTF_8);
    }
    if (inResult && inner < path.length) {
      path[inner] = name;
    }
  }

  /** Looks whether a value names the request, where the decoder of lines will look too. */
  private void value(boolean said) {
    int inner = inner();
    if (!said || !inResult || taken || keyed || inner >= path.length) {
      return;
    }
    keyed =
        inner == 1
            ? path[1].equals("key")
            : path[1].equals("metadata") && (path[2].equals("key") || path[2].equals("custom_id"));
  }

  /** Gives the depth within a result, or one at which nothing is looked for. */
  private int inner() {
    return (int) Math.min(depth - listDepth, path.length);
  }

  private boolean isWanted() {
    return inResult ? wanted != Part.WITHOUT_RESULTS && !taken : wanted == Part.WITHOUT_RESULTS;
  }

  private void write(byte b) {
    if (isWanted()) {
      found.writeByte(b);
    }
  }
}
