package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import io.batchwright.fuzz.Input;
import io.batchwright.testing.TreeLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON in several ways, which must agree with each other and with Gson's strict reader, at
 * any offset in an array.
 */
public final class CursorFuzz {
  private static final Pattern FAULT =
      Pattern.compile(
          "the JSON ends too early|more than one JSON value"
              + "|malformed JSON at column [1-9]\\d*"
              + "|(NaN|Infinity), which is not JSON, at column [1-9]\\d*");

  /** The bytes around the JSON, which reveal reading out of bounds. */
  private static final byte[] AROUND = {'"', '\\', '}', '1', 0, (byte) 0x80};

  private CursorFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    byte around = AROUND[input.choice(AROUND.length)];
    int from = input.choice(16);
    byte[] json = input.choice(2) == 0 ? input.rest() : wrapped(input.rest());

    byte[] within = new byte[json.length + 32];
    Arrays.fill(within, around);
    System.arraycopy(json, 0, within, from, json.length);
    JsonCursor cursor = new JsonCursor();
    String skipped = fault(() -> skip(cursor.over(within, from, from + json.length)));
    assertThat(skipped).isEqualTo(fault(() -> skip(cursor.over(json, 0, json.length))));
    assertThat(skipped).isEqualTo(fault(() -> enter(cursor.over(json, 0, json.length))));
    if (skipped != null) {
      assertThat(skipped).matches(FAULT);
    }

    TreeLine due = TreeLine.parse(json);
    JsonElement seen = skipped == null ? tree(cursor.over(within, from, from + json.length)) : null;
    if (due != null || (seen != null && seen.isJsonObject())) {
      assertThat(Objects.toString(seen)).isEqualTo(due == null ? "no" : due.tree().toString());
    }
  }

  private static byte[] wrapped(byte[] value) {
    String text = new String(value, StandardCharsets.ISO_8859_1);
    return ("{\"a\":" + text + "}").getBytes(StandardCharsets.ISO_8859_1);
  }

  private interface Walk {
    void run() throws JsonFault;
  }

  private static @Nullable String fault(Walk walk) {
    try {
      walk.run();
      return null;
    } catch (JsonFault e) {
      return e.getMessage();
    }
  }

  private static void skip(JsonCursor cursor) throws JsonFault {
    cursor.skip();
    cursor.end();
  }

  private static void enter(JsonCursor cursor) throws JsonFault {
    value(cursor);
    cursor.end();
  }

  /** Reads each value with the method for its kind. */
  private static void value(JsonCursor cursor) throws JsonFault {
    switch (cursor.kind()) {
      case OBJECT -> {
        cursor.enterObject();
        while (cursor.nextMember()) {
          String name = cursor.name();
          assertThat(name.chars().allMatch(c -> c < 0x80) && !cursor.isNamed(name)).isFalse();
          value(cursor);
        }
      }
      case ARRAY -> {
        cursor.enterArray();
        while (cursor.nextElement()) {
          value(cursor);
        }
      }
      case TEXT, NUMBER -> assertThat(cursor.word()).isNotNull();
      case TRUE -> assertThat(cursor.flag()).isTrue();
      case FALSE -> assertThat(cursor.flag()).isFalse();
      case NULL -> assertThat(cursor.count()).isZero();
    }
  }

  /** Reads valid JSON like Gson's tree adapter, through our reader. */
  private static @Nullable JsonElement tree(JsonCursor cursor) {
    try {
      return ModelJson.decode(cursor, JsonElement.class);
    } catch (JsonParseException e) {
      throw new AssertionError("What was passed over cannot be read", e);
    }
  }
}
