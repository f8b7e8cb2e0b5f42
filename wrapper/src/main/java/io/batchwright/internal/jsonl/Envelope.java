package io.batchwright.internal.jsonl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an {@link EnvelopeReader} found in a line. */
public final class Envelope {
  private final Map<String, Integer> slots;
  private final @Nullable Object[] values;
  private final @Nullable String problem;

  /** What stands for a value that is neither text nor a number. */
  enum Kind {
    /** An object with members. */
    OBJECT,
    /** An object without members. */
    EMPTY_OBJECT,
    /** An array with elements, or true. */
    SOMETHING
  }

  /** A number as it was written. */
  record Digits(String text) {}

  Envelope(Map<String, Integer> slots, @Nullable Object[] values, @Nullable String problem) {
    this.slots = slots;
    this.values = values;
    this.problem = problem;
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
    return value(path) instanceof String text && !text.isEmpty() ? text : null;
  }

  /** Gives the text or the number at a path, or null if there is neither; "" is absent too. */
  public @Nullable String word(String path) {
    return value(path) instanceof Digits number ? number.text() : text(path);
  }

  /** Says whether there is an object at a path. */
  public boolean isObject(String path) {
    Object value = value(path);
    return value == Kind.OBJECT || value == Kind.EMPTY_OBJECT;
  }

  /** Says whether anything is said at a path: more than null, false, 0, "", {} and []. */
  public boolean isThere(String path) {
    Object value = value(path);
    boolean nothing =
        value == null
            || value == Kind.EMPTY_OBJECT
            || value.equals("")
            || (value instanceof Digits number && number.text().equals("0"));
    return !nothing;
  }

  private @Nullable Object value(String path) {
    Integer slot = slots.get(path);
    if (slot == null) {
      throw new IllegalArgumentException("The reader was not asked for " + path);
    }
    return values[slot];
  }
}
