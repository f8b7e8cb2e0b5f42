package io.batchwright.internal.jsonl;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.batchwright.internal.json.JsonProblem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the few members of a line that tell what it is, and checks the whole of it, in one pass
 * that builds no tree.
 *
 * <p>The line must be exactly one JSON object in the strict grammar, at most 255 levels deep;
 * invalid UTF-8 is replaced. Of a member that comes twice the last counts, as in a tree. Immutable
 * and thread-safe.
 */
public final class EnvelopeReader {
  private final Map<String, Integer> slots = new HashMap<>();
  private final Member root = new Member();

  private EnvelopeReader(List<String> paths) {
    paths.forEach(root::reach);
    root.number(0, "", slots);
  }

  /** Makes a reader of the texts and objects at these paths, whose steps are parted by dots. */
  public static EnvelopeReader of(String... paths) {
    return new EnvelopeReader(List.of(paths));
  }

  /** Reads a line; one that is no JSON object gives an envelope with a problem. */
  public Envelope read(byte[] line) {
    @Nullable Object[] values = new @Nullable Object[root.end];
    try (JsonReader json =
        new JsonReader(new StringReader(new String(line, StandardCharsets.UTF_8)))) {
      json.setStrictness(Strictness.STRICT);
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        return new Envelope(slots, values, "not a JSON object");
      }
      boolean unused = members(json, root, values, StrictValues.of(line, 0, line.length));
      boolean alone = json.peek() == JsonToken.END_DOCUMENT;
      return new Envelope(slots, values, alone ? null : "more than one JSON value");
    } catch (IOException e) {
      return new Envelope(slots, values, JsonProblem.of(e));
    }
  }

  /** Reads an object; says whether it has any members. */
  private static boolean members(
      JsonReader json, Member parent, @Nullable Object[] values, StrictValues rest)
      throws IOException {
    json.beginObject();
    boolean any = json.hasNext();
    while (json.hasNext()) {
      Member member = parent.inner.get(json.nextName());
      if (member == null) {
        rest.passOver(json);
        continue;
      }
      Arrays.fill(values, member.slot, member.end, null);
      JsonToken kind = json.peek();
      if (kind == JsonToken.STRING) {
        values[member.slot] = json.nextString();
      } else if (kind == JsonToken.NUMBER) {
        values[member.slot] = new Envelope.Digits(json.nextString());
      } else if (kind == JsonToken.BEGIN_OBJECT) {
        boolean filled = members(json, member, values, rest);
        values[member.slot] = filled ? Envelope.Kind.OBJECT : Envelope.Kind.EMPTY_OBJECT;
      } else if (kind == JsonToken.BEGIN_ARRAY) {
        values[member.slot] = hasElements(json, rest) ? Envelope.Kind.SOMETHING : null;
      } else if (kind == JsonToken.BOOLEAN) {
        values[member.slot] = json.nextBoolean() ? Envelope.Kind.SOMETHING : null;
      } else {
        rest.passOver(json);
      }
    }
    json.endObject();
    return any;
  }

  private static boolean hasElements(JsonReader json, StrictValues rest) throws IOException {
    json.beginArray();
    boolean any = json.hasNext();
    while (json.hasNext()) {
      rest.passOver(json);
    }
    json.endArray();
    return any;
  }

  /** A member on the way to what is wanted; the slots of all below it follow its own. */
  private static final class Member {
    private final Map<String, Member> inner = new LinkedHashMap<>();
    private int slot;
    private int end;

    void reach(String path) {
      Member at = this;
      for (String step : path.split("\\.", -1)) {
        at = at.inner.computeIfAbsent(step, name -> new Member());
      }
    }

    int number(int next, String path, Map<String, Integer> slots) {
      slot = next;
      end = next + 1;
      slots.put(path, slot);
      String prefix = path.isEmpty() ? "" : path + ".";
      inner.forEach((name, member) -> end = member.number(end, prefix + name, slots));
      return end;
    }
  }
}
