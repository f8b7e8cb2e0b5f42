package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.fuzz.Input;
import io.batchwright.fuzz.Members;
import io.batchwright.gemini.InlineResults.Part;
import io.batchwright.testing.TreeLine;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Extracts the inline results of a response that arrives in chunks of any size: the lines must be
 * the elements of the first non-empty array, and the rest the response without them.
 */
public final class InlineFuzz {
  private static final String LIST = "inlinedResponses";
  private static final int[] CHUNKS = {1 << 20, 1, 2, 3, 7, 64};

  private InlineFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    int chunk = CHUNKS[input.choice(CHUNKS.length)];
    byte[] response = input.rest();
    Map<Part, String> found = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String whole = found(response, response.length + 1, part);
      found.put(part, whole);
      assertThat(found(response, chunk, part)).isEqualTo(whole);
      assertThat(whole.length()).isLessThanOrEqualTo(mostOf(part, response.length));
    }
    TreeLine tree = TreeLine.parse(response);
    String text = new String(response, StandardCharsets.UTF_8);
    // Only the provider's own spelling of names is recognised.
    if (tree == null || text.contains("\\u") || Members.anyTwice(response)) {
      return;
    }
    JsonArray due = new JsonArray();
    JsonElement rest = part(tree.tree(), due);
    assertThat(json(found.getOrDefault(Part.REST, ""))).isEqualTo(rest.toString());
    assertThat(lines(found.getOrDefault(Part.RESULTS, ""))).isEqualTo(due.toString());
  }

  private static int mostOf(Part part, int length) {
    // Each result may grow by its position: an element has at least one byte.
    return part == Part.RESULTS_WITH_POSITIONS ? 40 * (length + 1) : 2 * length + 1;
  }

  private static String found(byte[] response, int chunk, Part part) {
    StringBuilder found = new StringBuilder();
    try (InputStream in = new InlineResults(part, 0).of(new Pieces(response, chunk))) {
      byte[] bytes = new byte[512];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        found.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (EOFException e) {
      // The response is truncated: only the results before the end count.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.toString();
  }

  /** A response that arrives in chunks. */
  private static final class Pieces extends ByteArrayInputStream {
    private final int size;

    Pieces(byte[] bytes, int size) {
      super(bytes);
      this.size = size;
    }

    @Override
    public synchronized int read(byte[] bytes, int from, int length) {
      return super.read(bytes, from, Math.min(length, size));
    }
  }

  private static String json(String latin) {
    TreeLine tree = TreeLine.parse(latin.getBytes(StandardCharsets.ISO_8859_1));
    return tree == null ? "no JSON" : tree.tree().toString();
  }

  private static String lines(String latin) {
    JsonArray lines = new JsonArray();
    for (String line : latin.lines().toList()) {
      String wrapped = "{\"a\":" + line + "}";
      TreeLine tree = TreeLine.parse(wrapped.getBytes(StandardCharsets.ISO_8859_1));
      lines.add(tree == null ? null : tree.tree().get("a"));
    }
    return lines.toString();
  }

  /** Returns a value without the elements of its results arrays; the first non-empty one counts. */
  private static JsonElement part(JsonElement value, JsonArray results) {
    if (value instanceof JsonObject object) {
      JsonObject rest = new JsonObject();
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        boolean list = member.getKey().equals(LIST) && member.getValue().isJsonArray();
        if (list && results.isEmpty()) {
          results.addAll(member.getValue().getAsJsonArray());
        }
        rest.add(member.getKey(), list ? new JsonArray() : part(member.getValue(), results));
      }
      return rest;
    }
    if (value instanceof JsonArray array) {
      JsonArray rest = new JsonArray();
      array.forEach(element -> rest.add(part(element, results)));
      return rest;
    }
    return value;
  }
}
