package io.batchwright.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A status as it is printed. */
final class StatusView {
  private StatusView() {}

  static String word(BatchState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static JsonObject json(BatchStatus status) {
    JsonObject object = new JsonObject();
    object.addProperty("ref", status.ref().toString());
    object.addProperty("state", word(status.state()));
    object.addProperty("raw_state", status.rawState());
    object.addProperty("ended", status.state().terminal());
    object.add("counts", json(status.counts()));
    object.add("created_at", Json.text(status.createdAt()));
    object.add("started_at", Json.text(status.startedAt()));
    object.add("ended_at", Json.text(status.endedAt()));
    object.add("expires_at", Json.text(status.expiresAt()));
    JsonArray errors = new JsonArray();
    status.errors().forEach(error -> errors.add(json(error)));
    object.add("errors", errors);
    return object;
  }

  private static JsonObject json(RequestCounts counts) {
    JsonObject object = new JsonObject();
    object.addProperty("total", counts.total());
    object.addProperty("processing", counts.processing());
    object.addProperty("succeeded", counts.succeeded());
    object.addProperty("errored", counts.errored());
    object.addProperty("cancelled", counts.cancelled());
    object.addProperty("expired", counts.expired());
    return object;
  }

  static JsonObject json(ApiError error) {
    JsonObject object = new JsonObject();
    object.add("type", Json.text(error.type()));
    object.add("code", Json.text(error.code()));
    object.addProperty("message", error.message());
    if (error.line() != null) {
      object.addProperty("line", error.line());
    }
    return object;
  }

  static String text(BatchStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add("ref       " + status.ref());
    lines.add("state     " + word(status.state()) + " (" + status.rawState() + ")");
    lines.add("requests  " + text(status.counts()));
    add(lines, "created   ", status.createdAt());
    add(lines, "started   ", status.startedAt());
    add(lines, "ended     ", status.endedAt());
    if (!status.state().terminal()) {
      add(lines, "expires   ", status.expiresAt());
    }
    status.errors().forEach(error -> lines.add("error     " + error.text()));
    return String.join(System.lineSeparator(), lines);
  }

  /** Returns the batch in one line, separated by tabs. */
  static String line(BatchStatus status) {
    return String.join(
        "\t",
        status.ref().toString(),
        word(status.state()),
        text(status.counts()),
        Objects.toString(status.createdAt(), ""));
  }

  private static void add(List<String> lines, String name, @Nullable Instant time) {
    if (time != null) {
      lines.add(name + time);
    }
  }

  private static String text(RequestCounts counts) {
    return counts.total() + ": " + Outcomes.text(counts);
  }
}
