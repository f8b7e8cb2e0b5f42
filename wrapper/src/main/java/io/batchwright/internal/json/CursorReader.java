package io.batchwright.internal.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Lets Gson's adapters read bytes through a {@link JsonCursor}, without a string or a tree of them
 * in between.
 *
 * <p>It is strict whatever strictness is set. Gson's adapter of maps accesses fields of its reader,
 * and cannot be used with it. May be used again; not thread-safe.
 */
final class CursorReader extends JsonReader {
  private static final int MOST_DIGITS = 10_000; // as Gson has it since 2.12

  private final BitSet objects = new BitSet(); // what is open at a depth is an object, not an array
  private final NameCache names = new NameCache();
  private JsonCursor cursor = new JsonCursor();
  private int depth;
  private boolean named; // the value after a name is next
  private boolean over;
  private int valueAt; // where the value is that was peeked last
  private @Nullable JsonToken next;

  CursorReader() {
    super(Reader.nullReader());
  }

  CursorReader over(JsonCursor json) {
    cursor = json;
    depth = 0;
    named = false;
    over = false;
    next = null;
    return this;
  }

  @Override
  public JsonToken peek() throws IOException {
    if (next == null) {
      next = look();
    }
    return next;
  }

  private JsonToken look() throws IOException {
    if (named) {
      return value();
    }
    if (depth == 0) {
      return over ? JsonToken.END_DOCUMENT : value();
    }
    if (objects.get(depth)) {
      return cursor.nextMember() ? JsonToken.NAME : JsonToken.END_OBJECT;
    }
    return cursor.nextElement() ? value() : JsonToken.END_ARRAY;
  }

  private JsonToken value() throws IOException {
    JsonKind kind = cursor.kind();
    valueAt = cursor.at();
    return switch (kind) {
      case OBJECT -> JsonToken.BEGIN_OBJECT;
      case ARRAY -> JsonToken.BEGIN_ARRAY;
      case TEXT -> JsonToken.STRING;
      case NUMBER -> JsonToken.NUMBER;
      case TRUE, FALSE -> JsonToken.BOOLEAN;
      case NULL -> JsonToken.NULL;
    };
  }

  @Override
  public boolean hasNext() throws IOException {
    return switch (peek()) {
      case END_OBJECT, END_ARRAY, END_DOCUMENT -> false;
      default -> true;
    };
  }

  @Override
  public void beginObject() throws IOException {
    begin(JsonToken.BEGIN_OBJECT);
  }

  @Override
  public void beginArray() throws IOException {
    begin(JsonToken.BEGIN_ARRAY);
  }

  private void begin(JsonToken due) throws IOException {
    require(due);
    boolean object = due == JsonToken.BEGIN_OBJECT;
    boolean entered = object ? cursor.enterObject() : cursor.enterArray();
    depth += entered ? 1 : 0;
    objects.set(depth, object);
    named = false;
    next = null;
  }

  @Override
  public void endObject() throws IOException {
    end(JsonToken.END_OBJECT);
  }

  @Override
  public void endArray() throws IOException {
    end(JsonToken.END_ARRAY);
  }

  private void end(JsonToken due) throws IOException {
    require(due);
    depth--;
    passed();
  }

  @Override
  public String nextName() throws IOException {
    require(JsonToken.NAME);
    named = true;
    next = null;
    return cursor.name(names);
  }

  @Override
  public String nextString() throws IOException {
    return word();
  }

  @Override
  public boolean nextBoolean() throws IOException {
    require(JsonToken.BOOLEAN);
    boolean value = cursor.flag();
    passed();
    return value;
  }

  @Override
  public void nextNull() throws IOException {
    require(JsonToken.NULL);
    cursor.skip();
    passed();
  }

  @Override
  public double nextDouble() throws IOException {
    double value = number(() -> Double.parseDouble(word()));
    if (!Double.isFinite(value)) {
      putBack();
      throw new MalformedJsonException("Not a JSON number at line 1 column " + cursor.column());
    }
    return value;
  }

  /** A fraction is cut off, as it is in a tree. */
  @Override
  public long nextLong() throws IOException {
    return number(() -> peek() == JsonToken.NUMBER ? whole(word()) : Long.parseLong(word()));
  }

  @Override
  public int nextInt() throws IOException {
    return number(
        () -> peek() == JsonToken.NUMBER ? (int) whole(word()) : Integer.parseInt(word()));
  }

  /** Returns a number without its fraction, unless only its zeros would fill the memory. */
  private static long whole(String number) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      BigDecimal value = new BigDecimal(number);
      if (Math.abs((long) value.scale()) >= MOST_DIGITS) {
        throw e;
      }
      return value.longValue();
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** A caller that finds a word to be no number may read it as something else. */
  private <T> T number(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (NumberFormatException e) {
      putBack();
      throw e;
    }
  }

  private void putBack() throws IOException {
    cursor.backTo(valueAt);
    next = value();
  }

  private String word() throws IOException {
    String word = peek() == JsonToken.STRING || next == JsonToken.NUMBER ? cursor.word() : null;
    if (word == null) {
      throw unexpected(JsonToken.STRING);
    }
    passed();
    return word;
  }

  @Override
  public void skipValue() throws IOException {
    switch (peek()) {
      case NAME -> {
        named = true;
        next = null;
      }
      case END_OBJECT, END_ARRAY -> {
        depth--;
        passed();
      }
      case END_DOCUMENT -> {}
      default -> {
        cursor.skip();
        passed();
      }
    }
  }

  private void passed() {
    named = false;
    over = depth == 0;
    next = null;
  }

  private void require(JsonToken due) throws IOException {
    if (peek() != due) {
      throw unexpected(due);
    }
  }

  private IllegalStateException unexpected(JsonToken due) throws IOException {
    return new IllegalStateException(
        "Expected " + due + " but was " + peek() + " at line 1 column " + cursor.column());
  }
}
