package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.http.Answer;
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

/** What one provider does in its own way. The defaults are what more than one of them does. */
public interface Profile {

  /** Where its paths begin on the sandbox: the path of its base URL behind the sandbox's own. */
  String path();

  /** Whether it has the operation. */
  default boolean offers(Operation operation) {
    return true;
  }

  // Names

  IdForm batchId();

  IdForm fileId(Instant createdAt);

  IdForm completionId();

  /** The purpose of files of results. */
  default String resultPurpose() {
    return "batch_output";
  }

  // Rules

  List<String> endpoints();

  /** The most bytes of an input file. */
  long largestFile();

  /** The most lines of an input file for an endpoint. */
  int mostLines(String endpoint);

  /** The most batches or files on a page. */
  int largestPage(Operation operation);

  /** How many batches or files are on a page if nobody says. */
  default int usualPage(Operation operation) {
    return 20;
  }

  /** The window, if it was given in allowed words. */
  Window window(JsonObject create) throws Refusal;

  /** How long files of results stay, or null for ever. */
  @Nullable Duration filesKept(JsonObject create) throws Refusal;

  /** How long input files stay if nobody says, or null for ever. */
  @Nullable Duration inputKept();

  /** Whether the input goes once it was looked at. */
  default boolean deletesInput(JsonObject create) throws Refusal {
    return false;
  }

  /** Whether an unknown input file is found out only when the batch is validated. */
  default boolean looksForInputLater() {
    return false;
  }

  /** Refuses a file for what can be seen while it is uploaded. */
  void check(NewFile file) throws IOException;

  /** Whether the list of files can be asked for in pages and for a purpose. */
  default boolean pagesFiles() {
    return true;
  }

  /** Refuses to list files of this purpose, or of any if it is null. */
  default void checkFilePurpose(@Nullable String purpose) throws Refusal {}

  /** Refuses to cancel a batch with this status, which ended or was cancelled before. */
  void checkCancel(String status) throws Refusal;

  // Forms

  /** The members of a batch in their order. */
  List<String> batchMembers();

  /** The members of the counts in their order. */
  List<String> countMembers();

  /** A count that is not known yet. */
  default JsonElement noCount() {
    return new JsonPrimitive(0);
  }

  /** The id of a file that is not there. */
  default JsonElement noFile(boolean created) {
    return JsonNull.INSTANCE;
  }

  /**
   * A time of a batch.
   *
   * @param created whether this is the answer to the create
   */
  default JsonElement time(Instant time, boolean created) {
    return new JsonPrimitive(time.getEpochSecond());
  }

  /** Whether a batch tells when it would expire. */
  default boolean tellsExpiry() {
    return true;
  }

  /** A page of batches or files. */
  JsonObject page(Operation operation, List<JsonObject> items, boolean hasMore);

  /**
   * A file.
   *
   * @param uploaded whether this is the answer to the upload
   */
  JsonObject file(StoredFile file, boolean uploaded) throws IOException;

  /** The headers of a file's content. */
  Headers contentHeaders(StoredFile file);

  /** The name under which a model answers. */
  default String answeringModel(String model) {
    return model;
  }

  /** The body of a chat completion. */
  JsonObject chat(Completion completion);

  /** The body of a response that is images. */
  default JsonObject images(Completion completion) {
    return ImagesForm.inBase64(completion);
  }

  /**
   * The error of a request whose prompt was blocked.
   *
   * @param code the provider's word for it, or "" for the usual one
   */
  Refusal blocked(String code);

  /** The value of {@code response} in a line of results. */
  JsonObject response(int status, String requestId, JsonElement body);

  /** A line of results. */
  String line(Line line);

  /** The body of an error, in an answer or in a line of results. */
  JsonObject error(Refusal refusal);

  /** The error for a file or a body that is too large. */
  Refusal tooLarge();

  /** The usual error of a status. */
  Refusal usual(int status);

  /** The answer for a method and path that mean nothing. */
  default Answer nothing(String method, String path) {
    return Replies.error(this, Refusal.notFound("Invalid URL (" + method + " " + path + ")"));
  }

  /** Headers of every answer. */
  default Headers headers(String requestId) {
    return Headers.of();
  }

  /**
   * The parts of a line of results, as JSON.
   *
   * @param id an id of the line's own, as a string
   * @param batchId the batch's id, as a string
   * @param customId with quotes
   */
  record Line(String id, String batchId, String customId, String response, String error) {

    /** Keeps the content out. */
    @Override
    public String toString() {
      return "Line[customId=" + customId + "]";
    }
  }
}
