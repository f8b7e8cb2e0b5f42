package io.batchwright.conformance.known;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what was sent but is missing from the values of an SDK that drops what it does not
 * understand: each primitive value must occur in the SDK's own JSON under the same name. Names are
 * compared without case and underscores, numbers and strings by their digits.
 */
public final class Lost {
  private final Set<String> kept = new HashSet<>();
  private final List<String> lost = new ArrayList<>();

  private Lost() {}

  /** The paths of values that are in the response but not in the SDK's values. */
  public static List<String> between(JsonElement response, JsonElement values) {
    Lost comparison = new Lost();
    comparison.keep("", values);
    comparison.compare("", "", response);
    return comparison.lost.stream().distinct().toList();
  }

  private void keep(String name, JsonElement value) {
    if (value instanceof JsonObject object) {
      object.entrySet().forEach(member -> keep(member.getKey(), member.getValue()));
    } else if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(item -> keep(name, item));
    } else if (value instanceof JsonPrimitive primitive) {
      kept.add(leaf(name, primitive));
    }
  }

  private void compare(String path, String name, JsonElement value) {
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        compare(path + "." + member.getKey(), member.getKey(), member.getValue());
      }
    } else if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(item -> compare(path + "[]", name, item));
    } else if (value instanceof JsonPrimitive primitive && !kept.contains(leaf(name, primitive))) {
      lost.add(path);
    }
  }

  private static String leaf(String name, JsonPrimitive value) {
    return name.replace("_", "").toLowerCase(Locale.ROOT) + "=" + value.getAsString();
  }
}
