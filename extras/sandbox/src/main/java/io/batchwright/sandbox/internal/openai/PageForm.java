package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.util.List;

/** Writes pages. */
public final class PageForm {
  private PageForm() {}

  public static JsonObject plain(List<JsonObject> items) {
    JsonArray data = new JsonArray();
    items.forEach(data::add);
    JsonObject json = new JsonObject();
    json.addProperty("object", "list");
    json.add("data", data);
    return json;
  }

  /** A page that names its first and last item; null on an empty page, which is unverified. */
  public static JsonObject withIds(List<JsonObject> items, boolean hasMore) {
    JsonObject json = plain(items);
    boolean empty = items.isEmpty();
    json.add("first_id", empty ? JsonNull.INSTANCE : id(items.get(0)));
    json.add("last_id", empty ? JsonNull.INSTANCE : id(items.get(items.size() - 1)));
    json.addProperty("has_more", hasMore);
    return json;
  }

  private static JsonElement id(JsonObject item) {
    return item.get("id");
  }
}
