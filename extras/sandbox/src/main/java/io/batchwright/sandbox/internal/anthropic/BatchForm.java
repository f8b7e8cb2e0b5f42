package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.internal.Batch;
import io.batchwright.sandbox.internal.Counts;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a batch: always all ten members, in this order. */
final class BatchForm {
  private static final Duration RETENTION = Duration.ofDays(29);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  private final Supplier<String> baseUrl;

  BatchForm(Supplier<String> baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** When the results were deleted, or null while they exist. */
  static @Nullable Instant archivedAt(Batch batch, Instant now) {
    Instant end = batch.createdAt().plus(RETENTION);
    return now.isBefore(end) ? null : end;
  }

  JsonObject json(Batch batch, Instant now) throws IOException {
    Instant ended = batch.endedAt(now);
    Instant archived = archivedAt(batch, now);
    JsonObject json = new JsonObject();
    json.addProperty("id", batch.id());
    json.addProperty("type", "message_batch");
    json.addProperty("processing_status", batch.script().statusOr(status(batch, ended)));
    json.add("request_counts", counts(batch.counts(now)));
    time(json, "ended_at", ended);
    time(json, "created_at", batch.createdAt());
    time(json, "expires_at", batch.expiresAt());
    time(json, "archived_at", archived);
    time(json, "cancel_initiated_at", batch.cancelledAt());
    String url = baseUrl.get() + "/v1/messages/batches/" + batch.id() + "/results";
    json.addProperty("results_url", ended == null || archived != null ? null : url);
    if (batch.script().has(Script.Trait.UNKNOWN_FIELDS)) Json.addUnknown(json);
    return json;
  }

  private static String status(Batch batch, @Nullable Instant ended) {
    if (ended != null) return "ended";
    return batch.cancelledAt() == null ? "in_progress" : "canceling";
  }

  private static JsonObject counts(Counts counts) {
    JsonObject json = new JsonObject();
    json.addProperty("processing", counts.processing());
    json.addProperty("succeeded", counts.succeeded());
    json.addProperty("errored", counts.errored());
    json.addProperty("canceled", counts.cancelled());
    json.addProperty("expired", counts.expired());
    return json;
  }

  private static void time(JsonObject json, String member, @Nullable Instant time) {
    json.addProperty(member, time == null ? null : TIME.format(time));
  }
}
