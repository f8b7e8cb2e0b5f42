package io.batchwright.internal.lines;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import io.batchwright.BatchResult;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.json.ModelJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EnvelopeReader} found in a line: where the values are that identify it, which are
 * decoded on request. It changes with the reader's next line. Not thread-safe.
 */
public final class Envelope {
  private static final byte[] NO_LINE = {};

  private final Map<String, Integer> slots;
  private final List<String> ids;
  private final @Nullable JsonKind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final JsonCursor cursor = new JsonCursor();
  private byte[] line = NO_LINE;
  private @Nullable String problem;

  Envelope(Map<String, Integer> slots, List<String> ids) {
    this.slots = slots;
    this.ids = ids;
    this.kinds = new @Nullable JsonKind[slots.size()];
    this.starts = new int[slots.size()];
    this.ends = new int[slots.size()];
  }

  void begin(byte[] next) {
    line = next;
    problem = null;
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

  void fail(String what) {
    problem = what;
  }

  /**
   * Returns why the line is not exactly one JSON object, by place and kind and without content;
   * null if it is. What was read before that place is still present.
   */
  public @Nullable String problem() {
    return problem;
  }

  /** Returns the custom id, as a string or a number, or null if there is none. */
  public @Nullable String id() {
    for (String path : ids) {
      String id = word(path);
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  /** Returns the string at a path, or null if there is none; "" is absent too. */
  public @Nullable String text(String path) {
    return kinds[slot(path)] == JsonKind.TEXT ? word(path) : null;
  }

  /** Returns the string or the number at a path, or null if there is neither; "" is absent too. */
  public @Nullable String word(String path) {
    int slot = slot(path);
    try {
      String word = kinds[slot] == null ? null : at(slot).word();
      return word == null || word.isEmpty() ? null : word;
    } catch (JsonFault e) {
      throw e.ofCheckedJson();
    }
  }

  /** Returns a word of the wire for a message, if it is short and plain; "" otherwise. */
  public static String shown(String word) {
    return word.matches("[\\w.-]{1,40}") ? ": " + word : "";
  }

  /** Returns whether there is an object at a path. */
  public boolean isObject(String path) {
    return kinds[slot(path)] == JsonKind.OBJECT;
  }

  /** Returns whether there is a value at a path other than null, false, 0, "", {} and []. */
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
      throw e.ofCheckedJson();
    }
  }

  /** Returns the result of a line with the response at a path. */
  public BatchResult succeeded(ResultLine of, String path, BodyReader bodies) {
    int slot = slot(path);
    return of.succeeded(starts[slot], ends[slot], bodies);
  }

  /** Returns the value at a path; JSON's null if there is none. */
  public JsonElement json(String path) {
    int slot = slot(path);
    return kinds[slot] == null ? JsonNull.INSTANCE : ModelJson.decode(at(slot), JsonElement.class);
  }

  private JsonCursor at(int slot) {
    return cursor.over(line, starts[slot], ends[slot]);
  }

  private int slot(String path) {
    Integer slot = slots.get(path);
    if (slot == null) {
      throw new IllegalArgumentException("The reader was not made for " + path);
    }
    return slot;
  }
}
