package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.internal.Batch;
import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.Page;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.HttpUrl;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists batches in pages, newest first. */
final class Paging {
  private static final int DEFAULT_LIMIT = 20;
  private static final int LARGEST_LIMIT = 1000;

  private final Batches<Batch> batches;
  private final BatchForm form;

  Paging(Batches<Batch> batches, BatchForm form) {
    this.batches = batches;
    this.form = form;
  }

  JsonObject json(HttpUrl url, Instant now) throws IOException {
    Page<Batch> page = page(url);
    JsonArray data = new JsonArray();
    for (Batch batch : page.items()) data.add(form.json(batch, now));
    List<Batch> shown = page.items();
    JsonObject json = new JsonObject();
    json.add("data", data);
    json.addProperty("has_more", page.hasMore());
    json.addProperty("first_id", shown.isEmpty() ? null : shown.get(0).id());
    json.addProperty("last_id", shown.isEmpty() ? null : shown.get(shown.size() - 1).id());
    return json;
  }

  private Page<Batch> page(HttpUrl url) throws Refusal {
    int limit = limit(url.queryParameter("limit"));
    String after = id(url, "after_id");
    String before = id(url, "before_id");
    if (after != null && before != null) {
      throw Refusal.invalid("after_id: cannot be used together with before_id");
    }
    if (after != null) return batches.after(after, limit);
    return before != null ? batches.before(before, limit) : batches.first(limit);
  }

  private @Nullable String id(HttpUrl url, String name) throws Refusal {
    String id = url.queryParameter(name);
    if (id == null || id.isEmpty()) return null;
    if (!batches.knows(id)) throw Refusal.invalid(name + ": is not the id of a batch");
    return id;
  }

  private static int limit(@Nullable String value) throws Refusal {
    if (value == null) return DEFAULT_LIMIT;
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= LARGEST_LIMIT) return limit;
    } catch (NumberFormatException e) {
      throw Refusal.invalid("limit: must be a whole number");
    }
    throw Refusal.invalid("limit: must be between 1 and " + LARGEST_LIMIT);
  }
}
