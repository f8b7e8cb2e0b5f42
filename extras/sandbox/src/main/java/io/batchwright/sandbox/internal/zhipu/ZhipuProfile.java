package io.batchwright.sandbox.internal.zhipu;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.internal.openai.Completion;
import io.batchwright.sandbox.internal.openai.ImagesForm;
import io.batchwright.sandbox.internal.openai.NewFile;
import io.batchwright.sandbox.internal.openai.PageForm;
import io.batchwright.sandbox.internal.openai.Profile;
import io.batchwright.sandbox.internal.openai.Replies;
import io.batchwright.sandbox.internal.openai.StoredFile;
import io.batchwright.sandbox.internal.openai.Window;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Zhipu: times in milliseconds, "" for missing files, input that is validated during the upload and
 * deleted once read. Unverified: the responses for batches and files that do not exist, refused
 * cancels, headers, error lines and the purpose of results files.
 */
public final class ZhipuProfile implements Profile {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration LIFETIME = Duration.ofDays(7);

  @Override
  public String path() {
    return "/zhipu/api/paas/v4";
  }

  @Override
  public boolean offers(Operation operation) {
    return operation != Operation.RETRIEVE_FILE;
  }

  @Override
  public IdForm batchId() {
    return new IdForm("batch_1", Alphabet.DECIMAL, 18);
  }

  @Override
  public IdForm fileId(Instant createdAt) {
    return new IdForm(createdAt.getEpochSecond() + "_", Alphabet.HEX, 32);
  }

  @Override
  public IdForm completionId() {
    return new IdForm("9", Alphabet.DECIMAL, 18);
  }

  /** Results must be among the purposes by which files can be listed. */
  @Override
  public String resultPurpose() {
    return "batch";
  }

  @Override
  public List<String> endpoints() {
    return List.of("/v4/chat/completions", "/v4/embeddings", "/v4/images/generations");
  }

  @Override
  public long largestFile() {
    return 100L << 20;
  }

  @Override
  public int mostLines(String endpoint) {
    return endpoint.equals("/v4/embeddings") ? 10_000 : 50_000;
  }

  @Override
  public int largestPage(Operation operation) {
    return 100;
  }

  /** Any window is accepted and ignored: a batch has a week. */
  @Override
  public Window window(JsonObject create) {
    return new Window("24h", LIFETIME);
  }

  @Override
  public Duration filesKept(JsonObject create) {
    return KEPT;
  }

  @Override
  public Duration inputKept() {
    return KEPT;
  }

  @Override
  public boolean deletesInput(JsonObject create) throws Refusal {
    JsonElement value = create.get("auto_delete_input_file");
    if (value == null || value.isJsonNull()) return true;
    if (value instanceof JsonPrimitive choice && choice.isBoolean()) return choice.getAsBoolean();
    throw Refusal.invalid("auto_delete_input_file", "It must be true or false.");
  }

  @Override
  public void check(NewFile file) throws IOException {
    file.checkName(Refusal.invalid("The name of the file must end with .jsonl"));
    file.checkEncoding(Refusal.invalid("The file must be in UTF-8"));
    UploadedLines.check(file.content());
  }

  @Override
  public void checkFilePurpose(@Nullable String purpose) throws Refusal {
    if (purpose == null) throw Refusal.missing("purpose");
  }

  @Override
  public void checkCancel(String status) throws Refusal {
    if (status.startsWith("cancel")) return;
    throw Refusal.invalid("A batch that is " + status + " cannot be cancelled");
  }

  @Override
  public List<String> batchMembers() {
    return List.of(
        "id",
        "object",
        "endpoint",
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
        "metadata");
  }

  @Override
  public List<String> countMembers() {
    return List.of("completed", "failed", "total");
  }

  @Override
  public JsonElement noCount() {
    return JsonNull.INSTANCE;
  }

  @Override
  public JsonElement noFile(boolean created) {
    return created ? JsonNull.INSTANCE : new JsonPrimitive("");
  }

  /** The create has milliseconds, which are dropped when the batch is read later. */
  @Override
  public JsonElement time(Instant time, boolean created) {
    return new JsonPrimitive(created ? time.toEpochMilli() : time.getEpochSecond() * 1000);
  }

  @Override
  public boolean reportsExpiry() {
    return false;
  }

  @Override
  public JsonObject page(Operation operation, List<JsonObject> items, boolean hasMore) {
    if (operation == Operation.LIST) return PageForm.withIds(items, hasMore);
    JsonObject page = PageForm.plain(items);
    page.addProperty("has_more", hasMore);
    return page;
  }

  @Override
  public JsonObject file(StoredFile file, boolean uploaded) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("id", file.id());
    json.addProperty("object", "file");
    json.addProperty("bytes", file.content().length());
    json.addProperty("created_at", file.createdAt().getEpochSecond());
    // The response to an upload was recorded with this name; the list follows the documentation.
    json.addProperty(uploaded ? "fileName" : "filename", file.filename());
    json.addProperty("purpose", file.purpose());
    if (uploaded) json.add("status", JsonNull.INSTANCE);
    return json;
  }

  @Override
  public Headers contentHeaders(StoredFile file) {
    return Headers.of("Content-Type", "application/octet-stream");
  }

  @Override
  public JsonObject chat(Completion completion) {
    return ZhipuLines.chat(completion);
  }

  /** By URL, per its documentation. */
  @Override
  public JsonObject images(Completion completion) {
    return ImagesForm.byUrl(completion);
  }

  @Override
  public Refusal blocked(String code) {
    return Refusal.exact(400, "The prompt was blocked", code.isEmpty() ? "1301" : code);
  }

  @Override
  public JsonObject response(int status, String requestId, JsonElement body) {
    return ZhipuLines.response(status, body);
  }

  @Override
  public String line(Line line) {
    return ZhipuLines.line(line);
  }

  @Override
  public JsonObject error(Refusal refusal) {
    return ZhipuErrors.json(refusal);
  }

  @Override
  public Refusal tooLarge() {
    return ZhipuErrors.tooLarge();
  }

  @Override
  public Refusal usual(int status) {
    return ZhipuErrors.usual(status);
  }

  /** Some unknown paths return this error with a status of success. */
  @Override
  public Response nothing(String method, String path) {
    JsonObject json = new JsonObject();
    json.addProperty("code", 500);
    json.addProperty("msg", "404 NOT_FOUND");
    json.addProperty("success", false);
    return Replies.json(200, json);
  }
}
