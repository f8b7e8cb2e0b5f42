package io.batchwright.sandbox.internal.moonshot;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.openai.ChatForm;
import io.batchwright.sandbox.internal.openai.Completion;
import io.batchwright.sandbox.internal.openai.LineShape;
import io.batchwright.sandbox.internal.openai.NewFile;
import io.batchwright.sandbox.internal.openai.PageForm;
import io.batchwright.sandbox.internal.openai.Profile;
import io.batchwright.sandbox.internal.openai.StoredFile;
import io.batchwright.sandbox.internal.openai.Window;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moonshot, per its spec and documentation, because no recorded traffic of its batches is
 * published: fewer members, no reason for a failed batch, a completion window that the caller
 * chooses. Unverified: that unset members are null, the order of lists, and error lines.
 */
public final class MoonshotProfile implements Profile {
  private static final Duration SHORTEST = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Pattern WINDOW = Pattern.compile("([1-9][0-9]{0,3})([hd])");

  @Override
  public String path() {
    return "/moonshot/v1";
  }

  @Override
  public IdForm batchId() {
    return new IdForm("batch_", Alphabet.BASE32, 26);
  }

  @Override
  public IdForm fileId(Instant createdAt) {
    return new IdForm("file_", Alphabet.BASE32, 26);
  }

  @Override
  public IdForm completionId() {
    return new IdForm("chatcmpl-", Alphabet.HEX, 24);
  }

  @Override
  public List<String> endpoints() {
    return List.of("/v1/chat/completions");
  }

  @Override
  public long largestFile() {
    return 100L << 20;
  }

  /** No limit is documented. */
  @Override
  public int mostLines(String endpoint) {
    return Integer.MAX_VALUE;
  }

  /** No limit is documented. */
  @Override
  public int largestPage(Operation operation) {
    return Integer.MAX_VALUE;
  }

  @Override
  public Window window(JsonObject create) throws Refusal {
    String text = Json.string(create, "completion_window");
    if (text == null) throw Refusal.missing("completion_window");
    Matcher matcher = WINDOW.matcher(text);
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      boolean hours = matcher.group(2).equals("h");
      Duration time = hours ? Duration.ofHours(count) : Duration.ofDays(count);
      if (time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0) {
        return new Window(text, time);
      }
    }
    throw Refusal.invalid("completion_window", "It must be between 12h and 7d.");
  }

  @Override
  public @Nullable Duration filesKept(JsonObject create) {
    return null;
  }

  @Override
  public @Nullable Duration inputKept() {
    return null;
  }

  @Override
  public void check(NewFile file) throws IOException {
    file.checkName(Refusal.invalid("Invalid request: the file's name must end with .jsonl"));
    if (file.content().length() == 0) {
      throw Refusal.invalid("File size is zero, please confirm and re-upload the file");
    }
  }

  @Override
  public boolean pagesFiles() {
    return false;
  }

  @Override
  public void checkCancel(String status) throws Refusal {
    throw Refusal.invalid("Invalid request: a batch that is " + status + " cannot be cancelled");
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
        "created_at",
        "request_counts",
        "output_file_id",
        "error_file_id",
        "in_progress_at",
        "expires_at",
        "finalizing_at",
        "completed_at",
        "failed_at",
        "cancelling_at",
        "cancelled_at",
        "metadata");
  }

  @Override
  public List<String> countMembers() {
    return List.of("completed", "failed", "total");
  }

  /** {@code has_more} may be missing, so it is written only if true. */
  @Override
  public JsonObject page(Operation operation, List<JsonObject> items, boolean hasMore) {
    JsonObject page = PageForm.plain(items);
    if (hasMore) page.addProperty("has_more", true);
    return page;
  }

  @Override
  public JsonObject file(StoredFile file, boolean uploaded) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("id", file.id());
    json.addProperty("object", "file");
    json.addProperty("bytes", file.content().length());
    json.addProperty("created_at", file.createdAt().getEpochSecond());
    json.addProperty("filename", file.filename());
    json.addProperty("purpose", file.purpose());
    json.addProperty("status", "ready");
    return json;
  }

  @Override
  public Headers contentHeaders(StoredFile file) {
    return Headers.of("Content-Type", "text/plain");
  }

  @Override
  public JsonObject chat(Completion completion) {
    return ChatForm.plain(completion);
  }

  @Override
  public Refusal blocked(String code) {
    return Refusal.exact(400, "The prompt was blocked", code.isEmpty() ? "content_filter" : code);
  }

  @Override
  public JsonObject response(int status, String requestId, JsonElement body) {
    return LineShape.response(status, "", body);
  }

  @Override
  public String line(Line line) {
    String id = line.customId().isEmpty() ? "\"\"" : line.customId();
    return LineShape.line(id, line);
  }

  @Override
  public JsonObject error(Refusal refusal) {
    return MoonshotErrors.json(refusal);
  }

  @Override
  public Refusal tooLarge() {
    return Refusal.invalid(
        "File size is too large, max file size is 100MB, please confirm and re-upload the file");
  }

  @Override
  public Refusal usual(int status) {
    return MoonshotErrors.usual(status);
  }
}
