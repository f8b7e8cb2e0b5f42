package io.batchwright.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON in UTF-8 once from start to end, without a tree, and checks all of it.
 *
 * <p>The grammar is the strict one, at most 255 levels deep, with numbers of at most 1,023
 * characters: what Gson's strict reader takes, but for halves of characters that are written as
 * escapes, which stay as they are. A byte order mark at the start is skipped. Bytes that are not
 * UTF-8 are replaced where a string is read.
 *
 * <p>Each value is consumed by one of the methods that read it or by {@link #skip}; any of them
 * throws a {@link JsonFault} where the JSON is malformed. Not thread-safe.
 */
public final class JsonCursor {
  private static final int DEEPEST = 255;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int SHORT = 64; // a string of so many bytes needs no decoder
  private static final Spare<TextDecoder> DECODERS = new Spare<>(TextDecoder::new);

  private byte[] bytes = {};
  private int start;
  private int end;
  private int at;
  private int depth;
  private boolean first; // nothing of what was entered last was read yet
  private int nameStart;
  private int nameEnd;

  /**
   * Reads a value.
   *
   * @param <T> what is read
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads the next value; null if it is not of the kind that is wanted. */
    @Nullable T read(JsonCursor at) throws JsonFault;
  }

  /** Returns a cursor before a value. */
  static JsonCursor of(String json) {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    return new JsonCursor().over(utf8, 0, utf8.length);
  }

  /** Starts again, before a value that is all there is from one place to another. */
  public JsonCursor over(byte[] json, int from, int to) {
    bytes = json;
    start = from;
    end = to;
    at = from;
    depth = 0;
    first = false;
    int marked = from + BYTE_ORDER_MARK.length;
    if (marked <= to && Arrays.equals(json, from, marked, BYTE_ORDER_MARK, 0, 3)) {
      at = marked;
    }
    return this;
  }

  /** Returns the place of the next byte: after {@link #kind} that of the value. */
  public int at() {
    return at;
  }

  /** Goes back before the string or number that was read last. */
  void backTo(int place) {
    at = place;
  }

  /** Returns the kind of the next value, which is still to be read. */
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

  /** Skips the next value, and all that is in it. */
  public void skip() throws JsonFault {
    byte token = token();
    switch (token) {
      case '{' -> {
        enter();
        while (nextMember()) {
          skip();
        }
      }
      case '[' -> {
        enter();
        while (nextElement()) {
          skip();
        }
      }
      case '"' -> at = JsonText.end(this, bytes, at, end, null);
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> at = JsonNumber.end(this, bytes, at, end);
    }
  }

  /** Enters the next value, before its first member, if it is an object; else skips it. */
  public boolean enterObject() throws JsonFault {
    return enter('{');
  }

  /** Enters the next value, before its first element, if it is an array; else skips it. */
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

  /** Moves to the value of the next member; returns false after the last, and leaves the object. */
  public boolean nextMember() throws JsonFault {
    byte token = token();
    if (token == '}') {
      leave();
      return false;
    }
    if (!first) {
      token = after(token, ',');
    }
    first = false;
    if (token != '"') {
      throw malformed();
    }
    nameStart = at + 1;
    at = JsonText.end(this, bytes, at, end, null);
    nameEnd = at - 1;
    if (token() != ':') {
      throw malformed();
    }
    at++;
    return true;
  }

  /** Moves to the next element; returns false after the last, and leaves the array. */
  public boolean nextElement() throws JsonFault {
    byte token = token();
    if (token == ']') {
      leave();
      return false;
    }
    if (!first) {
      token = after(token, ',');
      if (token == ']') {
        throw malformed();
      }
    }
    first = false;
    return true;
  }

  /**
   * Reads a member of the next object, the last of that name; null if there is none, or no object.
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

  /** Reads the first object in the next array; null if there is none, or no array. */
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

  private byte after(byte token, char due) throws JsonFault {
    if (token != due) {
      throw malformed();
    }
    at++;
    return token();
  }

  /** Returns whether the member has this name, which must be ASCII. */
  public boolean isNamed(String name) throws JsonFault {
    int length = nameEnd - nameStart;
    return length > name.length()
        ? JsonText.hasEscape(bytes, nameStart, nameEnd) && name.equals(name())
        : NameCache.equal(bytes, nameStart, nameEnd, name);
  }

  /** Returns the name of the member. */
  public String name() throws JsonFault {
    int value = at;
    at = nameStart - 1;
    String name = string();
    at = value;
    return name;
  }

  String name(NameCache cache) throws JsonFault {
    String known = cache.find(bytes, nameStart, nameEnd);
    return known == null ? cache.add(bytes, nameStart, nameEnd, name()) : known;
  }

  /** Returns where the name of the member begins, with its quote. */
  public int nameAt() {
    return nameStart - 1;
  }

  /** Reads the next value if it is a string; else skips it, and returns null. */
  public @Nullable String text() throws JsonFault {
    if (token() == '"') {
      return string();
    }
    skip();
    return null;
  }

  /** Reads the next value, and returns whether it is this string. */
  public boolean isText(String text) throws JsonFault {
    return text.equals(text());
  }

  private String string() throws JsonFault {
    int from = at + 1;
    int to = JsonText.special(bytes, from, end);
    boolean plain = to < end && bytes[to] == '"';
    boolean ascii = plain && JsonText.asciiEnd(bytes, from, to) == to;
    if (ascii || (plain && to - from <= SHORT)) {
      at = to + 1;
      return new String(
          bytes, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
    TextDecoder decoder = DECODERS.take();
    try {
      at = plain ? to + 1 : JsonText.end(this, bytes, at, end, decoder);
      return plain ? decoder.decode(bytes, from, to) : decoder.text();
    } finally {
      decoder.clear();
      DECODERS.giveBack(decoder);
    }
  }

  /** Reads the next value if it is a string or a number, as it is written; else returns null. */
  public @Nullable String word() throws JsonFault {
    JsonKind kind = kind();
    if (kind != JsonKind.NUMBER) {
      return text();
    }
    int from = at;
    skip();
    return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
  }

  /** Reads the next value, and returns whether it is true. */
  public boolean flag() throws JsonFault {
    boolean flag = token() == 't';
    skip();
    return flag;
  }

  /**
   * Reads the next value as a whole number, which may be a string; 0 if it is something else. A
   * fraction is cut off.
   */
  public long count() throws JsonFault {
    String word = word();
    Long count = word == null ? null : JsonNumber.whole(word);
    return count == null ? 0 : count;
  }

  /** Checks that nothing follows. */
  public void end() throws JsonFault {
    while (at < end && isBlank(bytes[at])) {
      at++;
    }
    if (at < end) {
      throw JsonFault.several();
    }
  }

  /** Skips white space. */
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
