package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * OpenAI: all members are written, null or not; one completion window; files are deleted after 30
 * days.
 */
public final class OpenAiProfile implements Profile {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST_LINES = 50_000;

  /** The response names the dated version of a model. */
  private static final Map<String, String> DATED =
      Map.of("gpt-4.1-mini", "gpt-4.1-mini-2025-04-14", "gpt-5-nano", "gpt-5-nano-2025-08-07");

  @Override
  public String path() {
    return "/openai/v1";
  }

  @Override
  public IdForm batchId() {
    return new IdForm("batch_", Alphabet.HEX, 32);
  }

  @Override
  public IdForm fileId(Instant createdAt) {
    return new IdForm("file-", Alphabet.BASE58, 22);
  }

  @Override
  public IdForm completionId() {
    return new IdForm("chatcmpl-", Alphabet.BASE58, 29);
  }

  @Override
  public List<String> endpoints() {
    return List.of(
        "/v1/responses",
        "/v1/chat/completions",
        "/v1/embeddings",
        "/v1/completions",
        "/v1/moderations",
        "/v1/images/generations",
        "/v1/images/edits");
  }

  @Override
  public long largestFile() {
    return 200L << 20;
  }

  @Override
  public int mostLines(String endpoint) {
    return MOST_LINES;
  }

  @Override
  public int largestPage(Operation operation) {
    return operation == Operation.LIST ? 100 : 10_000;
  }

  @Override
  public int usualPage(Operation operation) {
    return operation == Operation.LIST ? 20 : 10_000;
  }

  @Override
  public Window window(JsonObject create) throws Refusal {
    if (!"24h".equals(Json.string(create, "completion_window"))) {
      throw Refusal.invalid("completion_window", "Supported values are: '24h'.");
    }
    return new Window("24h", Duration.ofHours(24));
  }

  @Override
  public Duration filesKept(JsonObject create) throws Refusal {
    JsonElement expiry = create.get("output_expires_after");
    if (expiry == null || expiry.isJsonNull()) return KEPT;
    String param = "output_expires_after";
    if (expiry instanceof JsonObject object) {
      Long seconds = Json.wholeNumber(object, "seconds");
      if (seconds != null) return Expiry.of(param, Json.string(object, "anchor"), seconds);
    }
    throw Refusal.invalid(param, "It must be an object with an anchor and seconds.");
  }

  @Override
  public Duration inputKept() {
    return KEPT;
  }

  @Override
  public boolean validatesInputLate() {
    return true;
  }

  @Override
  public void check(NewFile file) throws IOException {
    file.checkName(OpenAiErrors.upload("Invalid file format for Batch API. Must be .jsonl"));
    file.checkEncoding(OpenAiErrors.upload("Invalid file for Batch API. Must be utf-8 encoded"));
  }

  /**
   * According to the documentation, cancelling a cancelled batch returns it; every other ended
   * batch is a conflict.
   */
  @Override
  public void checkCancel(String status) throws Refusal {
    if (status.startsWith("cancel")) return;
    throw new Refusal(409, "Cannot cancel a batch with status '" + status + "'.", null, null);
  }

  @Override
  public List<String> batchMembers() {
    return List.of(
        "id",
        "object",
        "endpoint",
        "model",
        "errors",
        "input_file_id",
        "completion_window",
        "status",
        "output_file_id",
        "error_file_id",
        "created_at",
        "in_progress_at",
        "expires_at",
        "finalizing_at",
        "completed_at",
        "failed_at",
        "expired_at",
        "cancelling_at",
        "cancelled_at",
        "request_counts",
        "usage",
        "metadata");
  }

  @Override
  public List<String> countMembers() {
    return List.of("total", "completed", "failed");
  }

  @Override
  public JsonObject page(Operation operation, List<JsonObject> items, boolean hasMore) {
    return PageForm.withIds(items, hasMore);
  }

  @Override
  public JsonObject file(StoredFile file, boolean uploaded) throws IOException {
    Instant expiresAt = file.expiresAt();
    JsonObject json = new JsonObject();
    json.addProperty("object", "file");
    json.addProperty("id", file.id());
    json.addProperty("purpose", file.purpose());
    json.addProperty("filename", file.filename());
    json.addProperty("bytes", file.content().length());
    json.addProperty("created_at", file.createdAt().getEpochSecond());
    json.addProperty("expires_at", expiresAt == null ? null : expiresAt.getEpochSecond());
    json.addProperty("status", "processed");
    json.addProperty("status_details", (String) null);
    return json;
  }

  @Override
  public Headers contentHeaders(StoredFile file) {
    return Headers.of(
        "Content-Type",
        "application/octet-stream",
        "Content-Disposition",
        "attachment; filename=\"" + file.filename().replaceAll("[^ -~]", "_") + "\"");
  }

  @Override
  public String responseModel(String model) {
    return DATED.getOrDefault(model, model);
  }

  @Override
  public JsonObject chat(Completion completion) {
    return ChatForm.full(completion);
  }

  /** The code is one of Responses; that other endpoints use it is unverified. */
  @Override
  public Refusal blocked(String code) {
    return Refusal.exact(400, "The prompt was blocked.", code.isEmpty() ? "invalid_prompt" : code);
  }

  @Override
  public JsonObject response(int status, String requestId, JsonElement body) {
    return LineShape.response(status, requestId, body);
  }

  @Override
  public String line(Line line) {
    return LineShape.line(Json.quoted(line.id()), line);
  }

  @Override
  public JsonObject error(Refusal refusal) {
    return OpenAiErrors.json(refusal);
  }

  /** The status is known from third parties only. */
  @Override
  public Refusal tooLarge() {
    return new Refusal(413, "The file is larger than allowed.", null, null);
  }

  @Override
  public Refusal usual(int status) {
    return OpenAiErrors.usual(status);
  }

  @Override
  public Headers headers(String requestId) {
    return Headers.of(
        "x-request-id",
        requestId,
        "openai-processing-ms",
        "12",
        "openai-version",
        "2020-10-01",
        "openai-organization",
        "sandbox",
        "openai-project",
        "proj_sandbox");
  }
}
