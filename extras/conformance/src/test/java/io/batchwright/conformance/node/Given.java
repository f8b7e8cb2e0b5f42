package io.batchwright.conformance.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** A value of an SDK, as JSON. */
public record Given(JsonElement json) {

  /** What is at a path of names and indexes with dots between; what is not there is null. */
  public Given at(String path) {
    JsonElement at = json;
    for (String name : path.split("\\.", -1)) at = member(at, name);
    return new Given(at);
  }

  private static JsonElement member(JsonElement value, String name) {
    if (value.isJsonArray()) return value.getAsJsonArray().get(Integer.parseInt(name));
    if (!(value instanceof JsonObject object) || !object.has(name)) return JsonNull.INSTANCE;
    return object.get(name);
  }

  /** The text at a path. */
  public String text(String path) {
    return at(path).json.getAsString();
  }

  /** The number at a path. */
  public long number(String path) {
    return at(path).json.getAsLong();
  }

  /** Whether there is null, or nothing, at a path. */
  public boolean lacks(String path) {
    return at(path).json.isJsonNull();
  }

  /** What is in a list. */
  public List<Given> items() {
    return json.getAsJsonArray().asList().stream().map(Given::new).toList();
  }

  /** What is in a list of texts. */
  public List<String> texts() {
    return items().stream().map(item -> item.json.getAsString()).toList();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
