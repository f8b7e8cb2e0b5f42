package io.batchwright.internal.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks once through JSON in UTF-8, without a tree, and checks all that it passes.
 *
 * <p>The grammar is the strict one, at most 255 levels deep, with numbers of at most 1,023
 * characters: what Gson's strict reader takes, but for halves of characters that are written as
 * escapes, which are taken as they are. A byte order mark at the start is passed over. Bytes that
 * are no UTF-8 are looked at in texts only when these are read, and replaced there.
 *
 * <p>Each value is consumed by one of the methods that read it or by {@link #skip}; any of them
 * throws a {@link JsonFault} at a fault. Not thread-safe.
 */
public final class JsonCursor {
  private static final int DEEPEST = 255;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private byte[] bytes = {};
  private int start;
  private int end;
  private int at;
  private int depth;
  private boolean first; // nothing of what was entered last was read yet
  private int nameStart;
  private int nameEnd;
  private int longFrom;
  private int longTo;

  /**
   * Reads a value.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads the value that comes, and goes behind it; null if it is not what is looked for. */
    @Nullable T read(JsonCursor at) throws JsonFault;
  }

  /** Makes a cursor before a value. */
  static JsonCursor of(String json) {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    return new JsonCursor().over(utf8, 0, utf8.length);
  }

  /** Begins anew before a value that is all there is from one place to another. */
  public JsonCursor over(byte[] json, int from, int to) {
    bytes = json;
    start = from;
    end = to;
    at = from;
    depth = 0;
    first = false;
    knowing(-1, -1);
    if (JsonText.startsWith(json, from, to, BYTE_ORDER_MARK)) {
      at += BYTE_ORDER_MARK.length;
    }
    return this;
  }

  /**
   * Says where the next byte is: behind {@link #kind} that of the value, behind a value its end.
   */
  public int at() {
    return at;
  }

  /** Goes back before a text or a number that was read last. */
  void backTo(int place) {
    at = place;
  }

  /** Looks at the value that comes, and stays before it. */
  public JsonKind kind() throws JsonFault {
    return switch (token()) {
      case '{' -> JsonKind.OBJECT;
      case '[' -> JsonKind.ARRAY;
      case '"' -> JsonKind.TEXT;
      case 't' -> JsonKind.TRUE;
      case 'f' -> JsonKind.FALSE;
      case 'n' -> JsonKind.NULL;
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> JsonKind.NUMBER;
      default -> throw malformed();
    };
  }

  /** Passes over the value that comes, and all that is in it. */
  public void skip() throws JsonFault {
    byte token = token();
    if (token == '{' || token == '[') {
      skipAll(token == '{');
    } else {
      skipSingle(token);
    }
  }

  /** Passes over an object or an array, in one loop for all that is in it. */
  private void skipAll(boolean object) throws JsonFault {
    boolean inObject = object;
    long around = 0; // the innermost: a bit for each that is open, set for an object
    int levels = 0;
    enter();
    while (true) {
      if (inObject ? nextMember() : nextElement()) {
        byte token = token();
        boolean opens = token == '{' || token == '[';
        if (!opens) {
          skipSingle(token);
        } else if (levels == Long.SIZE) {
          skipAll(token == '{');
        } else {
          around = (around << 1) | (inObject ? 1 : 0);
          levels++;
          inObject = token == '{';
          enter();
        }
      } else if (levels == 0) {
        return;
      } else {
        inObject = (around & 1) != 0;
        around >>>= 1;
        levels--;
      }
    }
  }

  private void skipSingle(byte token) throws JsonFault {
    switch (token) {
      case '"' -> skipText();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> at = JsonNumber.end(this, bytes, at, end);
    }
  }

  private void skipText() throws JsonFault {
    int from = at;
    at = from == longFrom ? longTo : JsonText.end(this, bytes, from, end);
    if (at - from > longTo - longFrom) {
      knowing(from, at);
    }
  }

  /** Takes it as known where the longest text is, quotes and all, so that it is jumped over. */
  public JsonCursor knowing(int from, int to) {
    longFrom = from;
    longTo = to;
    return this;
  }

  /** Says where the longest text is that was passed, or -1. */
  public int longFrom() {
    return longFrom;
  }

  /** Says where it ends. */
  public int longTo() {
    return longTo;
  }

  /**
   * Goes into the object that comes, before its first member; a value of another kind is passed
   * over.
   */
  public boolean enterObject() throws JsonFault {
    return enter('{');
  }

  /**
   * Goes into the array that comes, before its first element; a value of another kind is passed
   * over.
   */
  public boolean enterArray() throws JsonFault {
    return enter('[');
  }

  private boolean enter(char open) throws JsonFault {
    if (token() == open) {
      enter();
      return true;
    }
    skip();
    return false;
  }

  private void enter() throws JsonFault {
    if (++depth > DEEPEST) {
      throw malformed();
    }
    at++;
    first = true;
  }

  /** Goes before the value of the next member; if there is none, out of the object. */
  public boolean nextMember() throws JsonFault {
    byte token = token();
    if (token == '}') {
      leave();
      return false;
    }
    if (!first) {
      token = behind(token, ',');
    }
    first = false;
    if (token != '"') {
      throw malformed();
    }
    nameStart = at + 1;
    at = JsonText.end(this, bytes, at, end);
    nameEnd = at - 1;
    if (token() != ':') {
      throw malformed();
    }
    at++;
    return true;
  }

  /** Goes before the next element; if there is none, out of the array. */
  public boolean nextElement() throws JsonFault {
    byte token = token();
    if (token == ']') {
      leave();
      return false;
    }
    if (!first) {
      token = behind(token, ',');
      if (token == ']') {
        throw malformed();
      }
    }
    first = false;
    return true;
  }

  /**
   * Reads a member of the object that comes, the last of that name; null if there is none, or no
   * object.
   */
  public <T> @Nullable T member(String name, Reading<T> reading) throws JsonFault {
    T found = null;
    if (enterObject()) {
      while (nextMember()) {
        if (isNamed(name)) {
          found = reading.read(this);
        } else {
          skip();
        }
      }
    }
    return found;
  }

  /** Reads the first object in the array that comes; null if there is none, or no array. */
  public <T> @Nullable T firstObject(Reading<T> reading) throws JsonFault {
    T found = null;
    boolean sought = true;
    if (enterArray()) {
      while (nextElement()) {
        if (sought && kind() == JsonKind.OBJECT) {
          found = reading.read(this);
          sought = false;
        } else {
          skip();
        }
      }
    }
    return found;
  }

  private void leave() {
    at++;
    depth--;
    first = false;
  }

  private byte behind(byte token, char due) throws JsonFault {
    if (token != due) {
      throw malformed();
    }
    at++;
    return token();
  }

  /** Compares the name of the member; what it is compared with must be ASCII. */
  public boolean isNamed(String name) {
    return JsonText.equal(bytes, nameStart, nameEnd, name);
  }

  /** Gives the name of the member. */
  public String name() {
    return JsonText.decode(bytes, nameStart, nameEnd);
  }

  String name(NameCache cache) {
    return cache.name(bytes, nameStart, nameEnd);
  }

  /** Says where the name of the member begins, with its quote. */
  public int nameAt() {
    return nameStart - 1;
  }

  /** Reads the text that comes; null if it is another kind of value. */
  public @Nullable String text() throws JsonFault {
    boolean isText = token() == '"';
    int from = at + 1;
    skip();
    return isText ? JsonText.decode(bytes, from, at - 1) : null;
  }

  /** Compares the text that comes; what it is compared with must be ASCII. */
  public boolean isText(String text) throws JsonFault {
    boolean isText = token() == '"';
    int from = at + 1;
    skip();
    return isText && JsonText.equal(bytes, from, at - 1, text);
  }

  /** Reads the text or the number that comes, as it is written; null if it is something else. */
  public @Nullable String word() throws JsonFault {
    JsonKind kind = kind();
    if (kind != JsonKind.NUMBER) {
      return text();
    }
    int from = at;
    skip();
    return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
  }

  /** Says whether true comes. */
  public boolean flag() throws JsonFault {
    boolean flag = token() == 't';
    skip();
    return flag;
  }

  /**
   * Reads the whole number that comes, as a number or as text; 0 if it is something else. A
   * fraction is cut off.
   */
  public long count() throws JsonFault {
    String word = word();
    return word == null ? 0 : JsonNumber.whole(word);
  }

  /** Looks whether all was read. */
  public void end() throws JsonFault {
    while (at < end && isBlank(bytes[at])) {
      at++;
    }
    if (at < end) {
      throw JsonFault.several();
    }
  }

  /** Goes to what is not blank. */
  private byte token() throws JsonFault {
    while (at < end) {
      byte token = bytes[at];
      if (!isBlank(token)) {
        return token;
      }
      at++;
    }
    throw JsonFault.endsEarly();
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  int column() {
    return JsonFault.column(bytes, start, at);
  }

  private void literal(String due) throws JsonFault {
    for (int i = 0; i < due.length(); i++) {
      if (at + i == end) {
        throw JsonFault.endsEarly();
      }
      if (bytes[at + i] != due.charAt(i)) {
        throw malformed();
      }
    }
    at += due.length();
  }

  private JsonFault malformed() {
    return malformedAt(at);
  }

  JsonFault malformedAt(int place) {
    return JsonFault.malformed(bytes, start, place);
  }
}
