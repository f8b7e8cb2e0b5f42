package io.batchwright.conformance.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** A value returned by an SDK, as JSON. */
public record SdkValue(JsonElement json) {

  /** The value at a path of names and indexes separated by dots; a missing value is null. */
  public SdkValue at(String path) {
    JsonElement at = json;
    for (String name : path.split("\\.", -1)) at = member(at, name);
    return new SdkValue(at);
  }

  private static JsonElement member(JsonElement value, String name) {
    if (value.isJsonArray()) return value.getAsJsonArray().get(Integer.parseInt(name));
    if (!(value instanceof JsonObject object) || !object.has(name)) return JsonNull.INSTANCE;
    return object.get(name);
  }

  /** The string at a path. */
  public String text(String path) {
    return at(path).json.getAsString();
  }

  /** The number at a path. */
  public long number(String path) {
    return at(path).json.getAsLong();
  }

  /** Whether the value at a path is null or missing. */
  public boolean lacks(String path) {
    return at(path).json.isJsonNull();
  }

  /** The elements of an array. */
  public List<SdkValue> items() {
    return json.getAsJsonArray().asList().stream().map(SdkValue::new).toList();
  }

  /** The elements of an array of strings. */
  public List<String> texts() {
    return items().stream().map(item -> item.json.getAsString()).toList();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
