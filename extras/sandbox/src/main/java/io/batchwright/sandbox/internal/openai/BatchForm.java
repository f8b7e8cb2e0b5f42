package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Counts;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Part;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.Tokens;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes a batch with the provider's members. */
final class BatchForm {
  private final Profile profile;
  private final StoredFiles files;

  BatchForm(Profile profile, StoredFiles files) {
    this.profile = profile;
    this.files = files;
  }

  /**
   * Returns the batch as JSON.
   *
   * @param created whether this is the response to its create
   */
  JsonObject json(Job job, Instant now, boolean created) throws IOException {
    Snapshot snapshot = Snapshot.of(job, now);
    boolean withheld = snapshot.phase().hasResults() && job.script().withholdsFiles();
    JsonObject json = new JsonObject();
    for (String member : profile.batchMembers()) {
      json.add(
          member,
          switch (member) {
            case "output_file_id" -> file(snapshot, Part.SUCCEEDED, withheld, created);
            case "error_file_id" -> file(snapshot, Part.REST, withheld, created);
            case "errors" -> errors(snapshot);
            case "request_counts" -> counts(snapshot);
            case "usage" -> usage(snapshot.tokens());
            case "metadata" -> job.order().metadata();
            default ->
                member.endsWith("_at")
                    ? time(moment(member, snapshot), created)
                    : text(text(member, snapshot));
          });
    }
    if (job.script().has(Script.Trait.UNKNOWN_FIELDS)) Json.addUnknown(json);
    return json;
  }

  private static @Nullable String text(String member, Snapshot snapshot) {
    Job job = snapshot.job();
    return switch (member) {
      case "id" -> job.id();
      case "object" -> "batch";
      case "endpoint" -> job.order().endpoint();
      case "model" -> snapshot.isCounted() ? job.model() : null;
      case "input_file_id" -> job.order().inputFileId();
      case "completion_window" -> job.order().window().text();
      case "status" -> job.script().statusOr(snapshot.phase().wire());
      default -> throw new IllegalArgumentException(member);
    };
  }

  private @Nullable Instant moment(String member, Snapshot snapshot) {
    return switch (member) {
      case "created_at" -> snapshot.job().createdAt();
      case "in_progress_at" -> snapshot.inProgressAt();
      case "expires_at" -> profile.reportsExpiry() ? snapshot.job().expiresAt() : null;
      case "finalizing_at" -> snapshot.finalizingAt();
      case "completed_at" -> snapshot.ended(Phase.COMPLETED);
      case "failed_at" -> snapshot.ended(Phase.FAILED);
      case "expired_at" -> snapshot.ended(Phase.EXPIRED);
      case "cancelling_at" -> snapshot.job().cancelledAt();
      case "cancelled_at" -> snapshot.ended(Phase.CANCELLED);
      default -> throw new IllegalArgumentException(member);
    };
  }

  private JsonElement file(Snapshot snapshot, Part part, boolean withheld, boolean created)
      throws IOException {
    String id = withheld ? null : files.resultId(snapshot.job(), part, snapshot.now());
    if (id != null) return new JsonPrimitive(id);
    boolean empty = snapshot.job().script().has(Script.Trait.EMPTY_FILE_IDS);
    return empty ? new JsonPrimitive("") : profile.noFile(created);
  }

  private static JsonElement errors(Snapshot snapshot) {
    if (snapshot.phase() != Phase.FAILED) return JsonNull.INSTANCE;
    JsonArray data = new JsonArray();
    for (LineProblem problem : snapshot.job().problems()) {
      JsonObject error = new JsonObject();
      error.addProperty("code", problem.code());
      error.addProperty("message", problem.message());
      error.addProperty("param", problem.param());
      error.addProperty("line", problem.line());
      data.add(error);
    }
    JsonObject errors = new JsonObject();
    errors.addProperty("object", "list");
    errors.add("data", data);
    return errors;
  }

  private JsonElement counts(Snapshot snapshot) {
    Counts counts = snapshot.counts();
    JsonObject json = new JsonObject();
    for (String member : profile.countMembers()) {
      int count =
          switch (member) {
            case "total" -> snapshot.total();
            case "completed" -> counts.succeeded();
            case "failed" -> counts.errored();
            default -> throw new IllegalArgumentException(member);
          };
      json.add(member, snapshot.isCounted() ? new JsonPrimitive(count) : profile.noCount());
    }
    return json;
  }

  private static JsonElement usage(Tokens tokens) {
    JsonObject json = new JsonObject();
    json.addProperty("input_tokens", tokens.input());
    json.addProperty("output_tokens", tokens.output());
    json.addProperty("total_tokens", tokens.total());
    json.add("input_tokens_details", detail("cached_tokens"));
    json.add("output_tokens_details", detail("reasoning_tokens"));
    return json;
  }

  private static JsonObject detail(String member) {
    JsonObject detail = new JsonObject();
    detail.addProperty(member, 0);
    return detail;
  }

  private JsonElement time(@Nullable Instant time, boolean created) {
    return time == null ? JsonNull.INSTANCE : profile.time(time, created);
  }

  private static JsonElement text(@Nullable String text) {
    return text == null ? JsonNull.INSTANCE : new JsonPrimitive(text);
  }
}
