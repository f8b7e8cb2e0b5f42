package io.batchwright.testing;

import io.batchwright.sandbox.shaded.gson.Gson;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.Strictness;
import io.batchwright.sandbox.shaded.gson.TypeAdapter;
import io.batchwright.sandbox.shaded.gson.stream.JsonReader;
import io.batchwright.sandbox.shaded.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values in a line as the library found them before it read bytes, with Gson's reader: values
 * before an error are found nevertheless.
 */
public final class GsonIds {
  private static final TypeAdapter<JsonElement> TREES = new Gson().getAdapter(JsonElement.class);

  private final List<String> paths;
  private final boolean numbers;
  private final Map<String, String> words = new HashMap<>();
  private boolean open;

  private GsonIds(List<String> paths, boolean numbers) {
    this.paths = paths;
    this.numbers = numbers;
  }

  /**
   * Reads a line.
   *
   * @param paths the paths of values, of one or two steps
   * @param numbers whether numbers count as values too
   */
  public static GsonIds of(byte[] line, List<String> paths, boolean numbers) {
    GsonIds ids = new GsonIds(paths, numbers);
    String text = UnpairedSurrogates.hide(new String(line, StandardCharsets.UTF_8));
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.setStrictness(Strictness.STRICT);
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        ids.members(json, "");
      }
    } catch (IOException e) {
      // Everything read before the error counts.
    }
    return ids;
  }

  /** Returns the value at the first of the paths that has one. */
  public @Nullable String first() {
    return paths.stream().map(words::get).filter(word -> word != null).findFirst().orElse(null);
  }

  /**
   * Whether the line ends between a member's second name and its value. Gson then took the first
   * value for null before it checked the colon; which of the two is irrelevant.
   */
  public boolean open() {
    return open;
  }

  private void members(JsonReader json, String prefix) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      String path = prefix + name;
      boolean wanted =
          !name.contains(".")
              && paths.stream().anyMatch(id -> id.equals(path) || id.startsWith(path + "."));
      if (wanted) {
        boolean had = words.keySet().removeIf(id -> id.equals(path) || id.startsWith(path + "."));
        open = had;
        JsonToken kind = json.peek();
        open = false;
        value(json, path, kind);
      } else {
        JsonElement unused = TREES.read(json);
      }
    }
    json.endObject();
  }

  private void value(JsonReader json, String path, JsonToken kind) throws IOException {
    switch (kind) {
      case STRING, NUMBER -> {
        String word = UnpairedSurrogates.show(json.nextString());
        if (!word.isEmpty() && (numbers || kind == JsonToken.STRING) && paths.contains(path)) {
          words.put(path, word);
        }
      }
      case BEGIN_OBJECT -> members(json, path + ".");
      default -> {
        JsonElement unused = TREES.read(json);
      }
    }
  }
}
