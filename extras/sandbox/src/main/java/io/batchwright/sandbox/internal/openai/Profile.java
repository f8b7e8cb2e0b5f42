package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.http.Response;
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

/** The variations of one provider. The defaults are what several of them share. */
public interface Profile {

  /** The prefix of its paths: the path of its base URL after the sandbox's own. */
  String path();

  /** Whether it supports the operation. */
  default boolean offers(Operation operation) {
    return true;
  }

  // Names

  IdForm batchId();

  IdForm fileId(Instant createdAt);

  IdForm completionId();

  /** The purpose of results files. */
  default String resultPurpose() {
    return "batch_output";
  }

  // Rules

  List<String> endpoints();

  /** The maximum size of an input file in bytes. */
  long largestFile();

  /** The maximum number of lines in an input file for an endpoint. */
  int mostLines(String endpoint);

  /** The maximum number of batches or files on a page. */
  int largestPage(Operation operation);

  /** The default number of batches or files on a page. */
  default int usualPage(Operation operation) {
    return 20;
  }

  /** Parses the completion window. */
  Window window(JsonObject create) throws Refusal;

  /** How long results files are kept, or null for ever. */
  @Nullable Duration filesKept(JsonObject create) throws Refusal;

  /** How long input files are kept by default, or null for ever. */
  @Nullable Duration inputKept();

  /** Whether the input file is deleted once validated. */
  default boolean deletesInput(JsonObject create) throws Refusal {
    return false;
  }

  /** Whether a missing input file is detected only when the batch is validated. */
  default boolean validatesInputLate() {
    return false;
  }

  /** Refuses an upload that is invalid at first sight. */
  void check(NewFile file) throws IOException;

  /** Whether the list of files supports pages and a purpose. */
  default boolean pagesFiles() {
    return true;
  }

  /** Refuses to list files of this purpose; null is no purpose. */
  default void checkFilePurpose(@Nullable String purpose) throws Refusal {}

  /** Refuses to cancel a batch with this status, which has ended or is being cancelled. */
  void checkCancel(String status) throws Refusal;

  // Forms

  /** The members of a batch, in order. */
  List<String> batchMembers();

  /** The members of the counts, in order. */
  List<String> countMembers();

  /** A count that is not known yet. */
  default JsonElement noCount() {
    return new JsonPrimitive(0);
  }

  /** The id of a missing file. */
  default JsonElement noFile(boolean created) {
    return JsonNull.INSTANCE;
  }

  /**
   * A timestamp of a batch.
   *
   * @param created whether this is the response to the create
   */
  default JsonElement time(Instant time, boolean created) {
    return new JsonPrimitive(time.getEpochSecond());
  }

  /** Whether a batch reports when it expires. */
  default boolean reportsExpiry() {
    return true;
  }

  /** A page of batches or files. */
  JsonObject page(Operation operation, List<JsonObject> items, boolean hasMore);

  /**
   * A file.
   *
   * @param uploaded whether this is the response to the upload
   */
  JsonObject file(StoredFile file, boolean uploaded) throws IOException;

  /** The response headers of a file's content. */
  Headers contentHeaders(StoredFile file);

  /** The model that a response names. */
  default String responseModel(String model) {
    return model;
  }

  /** The body of a chat completion. */
  JsonObject chat(Completion completion);

  /** The body of an image response. */
  default JsonObject images(Completion completion) {
    return ImagesForm.inBase64(completion);
  }

  /**
   * The error of a request whose prompt was blocked.
   *
   * @param code the provider's error code, or "" for the usual one
   */
  Refusal blocked(String code);

  /** The value of {@code response} in a line of results. */
  JsonObject response(int status, String requestId, JsonElement body);

  /** A line of results. */
  String line(Line line);

  /** The body of an error, in a response or in a line of results. */
  JsonObject error(Refusal refusal);

  /** The error for a file or a body that is too large. */
  Refusal tooLarge();

  /** The usual error for a status. */
  Refusal usual(int status);

  /** The response to an unknown method or path. */
  default Response nothing(String method, String path) {
    return Replies.error(this, Refusal.notFound("Invalid URL (" + method + " " + path + ")"));
  }

  /** The headers of every response. */
  default Headers headers(String requestId) {
    return Headers.of();
  }

  /**
   * The parts of a line of results, as JSON.
   *
   * @param id the line's own id, as a string
   * @param batchId the batch's id, as a string
   * @param customId with quotes
   */
  record Line(String id, String batchId, String customId, String response, String error) {

    /** Omits the content. */
    @Override
    public String toString() {
      return "Line[customId=" + customId + "]";
    }
  }
}
