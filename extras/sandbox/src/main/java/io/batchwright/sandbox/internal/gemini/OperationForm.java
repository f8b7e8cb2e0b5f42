package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Part;
import io.batchwright.sandbox.internal.Results;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch as a long-running operation. Members that are zero, empty or not yet known are
 * omitted.
 */
final class OperationForm implements Replies.Value {
  private final Snapshot snapshot;
  private final Job job;
  private final Script script;
  private final boolean withheld;
  private final @Nullable Results inline;

  /**
   * Prepares to write, possibly more than once.
   *
   * @param listed whether it is in a page, where results are omitted
   */
  OperationForm(Snapshot snapshot, boolean listed) {
    this.snapshot = snapshot;
    this.job = snapshot.job();
    this.script = job.script();
    this.withheld = snapshot.hasResults() && script.withholdsFiles();
    this.inline = hasOutput() && job.isInline() && !listed ? results(job) : null;
  }

  private static Results results(Job job) {
    return new Results(job, new ItemForm(job.script()), Part.UNEXPIRED, true).inOrder();
  }

  /** Whether it contains the results themselves. */
  boolean hasItems() {
    return inline != null;
  }

  private boolean hasOutput() {
    return snapshot.hasResults() && !withheld;
  }

  private boolean showsOutput() {
    return hasOutput() && (inline != null || !job.isInline());
  }

  @Override
  public void writeTo(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("name").value(job.id());
    json.name("metadata");
    metadata(json);
    if (snapshot.endedAt() != null && !withheld) json.name("done").value(true);
    JsonObject error = error();
    if (error != null) {
      json.name("error");
      write(json, error);
    }
    if (showsOutput()) {
      json.name("response");
      response(json);
    }
    unknown(json);
    json.endObject();
  }

  private @Nullable JsonObject error() {
    return switch (snapshot.state()) {
      case CANCELLED -> Errors.error(Errors.INTERNAL, "Batch ended without a result.");
      case FAILED -> Errors.error(Errors.RESOURCE_EXHAUSTED, "Scripted to fail as a whole.");
      default -> null;
    };
  }

  private void metadata(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("@type").value(job.order().requests().type());
    json.name("model").value(job.order().model());
    if (job.order().displayName() != null) {
      json.name("displayName").value(job.order().displayName());
    }
    if (!job.isInline()) {
      json.name("inputConfig").beginObject();
      json.name("fileName").value(job.order().inputFile()).endObject();
    }
    output(json);
    json.name("createTime").value(job.createdAt().toString());
    Instant ended = snapshot.endedAt();
    if (ended != null) json.name("endTime").value(ended.toString());
    json.name("updateTime").value(Objects.requireNonNullElse(ended, job.createdAt()).toString());
    stats(json);
    json.name("state").value(script.statusOr(snapshot.state().wire()));
    json.name("name").value(job.id());
    long priority = job.order().priority();
    if (priority != 0) json.name("priority").value(Long.toString(priority));
    unknown(json);
    json.endObject();
  }

  /** Counts are 64-bit integers, which are written as strings. */
  private void stats(JsonWriter json) throws IOException {
    json.name("batchStats").beginObject();
    count(json, "requestCount", snapshot.total());
    count(json, "pendingRequestCount", snapshot.pending());
    count(json, "successfulRequestCount", snapshot.succeeded());
    count(json, "failedRequestCount", snapshot.failed());
    json.endObject();
  }

  private static void count(JsonWriter json, String member, int count) throws IOException {
    if (count != 0) json.name(member).value(Integer.toString(count));
  }

  /** The results inside the metadata. */
  private void output(JsonWriter json) throws IOException {
    boolean emptyName = !job.isInline() && script.has(Script.Trait.EMPTY_FILE_IDS);
    if (!showsOutput() && !emptyName) return;
    json.name("output").beginObject();
    if (showsOutput()) {
      members(json);
    } else {
      json.name("responsesFile").value("");
    }
    json.endObject();
  }

  /** The results inside the response, with a type. */
  private void response(JsonWriter json) throws IOException {
    boolean deeper = script.has(Script.Trait.RESPONSES_UNDER_OUTPUT);
    json.beginObject();
    json.name("@type").value(job.order().requests().type() + "Output");
    if (deeper) json.name("output").beginObject();
    members(json);
    if (deeper) json.endObject();
    json.endObject();
  }

  private void members(JsonWriter json) throws IOException {
    if (inline == null) {
      json.name("responsesFile").value(job.outputFile());
      return;
    }
    boolean flat = script.has(Script.Trait.FLAT_RESPONSES);
    json.name("inlinedResponses");
    if (!flat) json.beginObject().name("inlinedResponses");
    json.beginArray();
    inline.forEach(item -> item(json, item));
    json.endArray();
    if (!flat) json.endObject();
  }

  /** Scripted raw lines need not be JSON. */
  private static void item(JsonWriter json, byte[] item) throws IOException {
    JsonElement value = Json.value(item);
    if (value == null) {
      json.jsonValue(new String(item, StandardCharsets.UTF_8));
    } else {
      write(json, value);
    }
  }

  private void unknown(JsonWriter json) throws IOException {
    if (!script.has(Script.Trait.UNKNOWN_FIELDS)) return;
    JsonObject unknown = new JsonObject();
    Json.addUnknown(unknown);
    for (String member : unknown.keySet()) {
      json.name(member);
      write(json, unknown.get(member));
    }
  }

  private static void write(JsonWriter json, JsonElement value) throws IOException {
    Json.values().write(json, value);
  }
}
