package io.batchwright.internal.lines;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.json.JsonText;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EnvelopeReader} found in a line: where the values are that tell what it is,
 * decoded when they are asked for. It changes with the reader's next line. Not thread-safe.
 */
public final class Envelope {
  private static final byte[] NO_LINE = {};

  private final Map<String, Integer> slots;
  private final @Nullable JsonKind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final JsonCursor cursor = new JsonCursor();
  private byte[] line = NO_LINE;
  private int longFrom;
  private int longTo;
  private @Nullable String problem;

  Envelope(Map<String, Integer> slots) {
    this.slots = slots;
    this.kinds = new @Nullable JsonKind[slots.size()];
    this.starts = new int[slots.size()];
    this.ends = new int[slots.size()];
  }

  void begin(byte[] next) {
    line = next;
    problem = null;
    knowing(-1, -1);
    Arrays.fill(kinds, null);
  }

  void clear(int from, int to) {
    Arrays.fill(kinds, from, to, null);
  }

  void put(int slot, JsonKind kind, int start, int end) {
    kinds[slot] = kind;
    starts[slot] = start;
    ends[slot] = end;
  }

  /** Takes note of where the longest text of the line is, as a cursor does. */
  void knowing(int from, int to) {
    longFrom = from;
    longTo = to;
  }

  void fail(String what) {
    problem = what;
  }

  /**
   * Says why the line is not exactly one JSON object, by place and kind and without content; null
   * if it is.
   *
   * <p>What was read before the fault is there all the same.
   */
  public @Nullable String problem() {
    return problem;
  }

  /** Gives the text at a path, or null if there is none; "" is absent too. */
  public @Nullable String text(String path) {
    int slot = slot(path);
    if (kinds[slot] != JsonKind.TEXT || ends[slot] - starts[slot] == 2) {
      return null;
    }
    return JsonText.decode(line, starts[slot] + 1, ends[slot] - 1);
  }

  /** Gives the text or the number at a path, or null if there is neither; "" is absent too. */
  public @Nullable String word(String path) {
    int slot = slot(path);
    return kinds[slot] == JsonKind.NUMBER
        ? JsonText.decode(line, starts[slot], ends[slot])
        : text(path);
  }

  /** Compares the text at a path with one that must be ASCII. */
  public boolean isText(String path, String text) {
    int slot = slot(path);
    return kinds[slot] == JsonKind.TEXT
        && JsonText.equal(line, starts[slot] + 1, ends[slot] - 1, text);
  }

  /** Says whether there is an object at a path. */
  public boolean isObject(String path) {
    return kinds[slot(path)] == JsonKind.OBJECT;
  }

  /** Says whether anything is said at a path: more than null, false, 0, "", {} and []. */
  public boolean isThere(String path) {
    int slot = slot(path);
    JsonKind kind = kinds[slot];
    if (kind == null) {
      return false;
    }
    try {
      return switch (kind) {
        case NULL, FALSE -> false;
        case TRUE -> true;
        case TEXT -> ends[slot] - starts[slot] > 2;
        case NUMBER -> ends[slot] - starts[slot] > 1 || line[starts[slot]] != '0';
        case OBJECT -> at(slot).enterObject() && cursor.nextMember();
        case ARRAY -> at(slot).enterArray() && cursor.nextElement();
      };
    } catch (JsonFault e) {
      throw unexpected(e);
    }
  }

  /** Makes a body of the object at a path; of another value, or none, an empty one. */
  public LineBody body(String path, BodyReader dialect) {
    int slot = slot(path);
    boolean there = kinds[slot] == JsonKind.OBJECT;
    return there
        ? new LineBody(line, starts[slot], ends[slot], longFrom, longTo, dialect)
        : LineBody.empty(line, dialect);
  }

  private JsonCursor at(int slot) {
    return cursor.over(line, starts[slot], ends[slot]);
  }

  private int slot(String path) {
    Integer slot = slots.get(path);
    if (slot == null) {
      throw new IllegalArgumentException("The reader was not asked for " + path);
    }
    return slot;
  }

  private static IllegalStateException unexpected(JsonFault fault) {
    return new IllegalStateException("A value that was checked has a fault", fault);
  }
}
