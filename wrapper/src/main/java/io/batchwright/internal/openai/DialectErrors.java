package io.batchwright.internal.openai;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.json.Fields;
import java.util.List;
import java.util.Objects;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads errors: {@code {"error":{"message","type","param","code"}}}, any part of it missing, a code
 * that is a number, an {@code error} that is a string, or {@code {"code","msg"}} alone.
 *
 * @param table what they mean
 */
record DialectErrors(ErrorTable table) implements ErrorReader {
  /** Batches, files and pages have no error or an empty one; result lines have a custom id. */
  @Override
  public boolean isError(JsonObject body) {
    Fields whole = new Fields(body);
    boolean error = !whole.object("error").json().isEmpty() || whole.text("error") != null;
    boolean bare =
        whole.text("id") == null
            && isBare(whole.word("code"), whole.text("msg"), whole.flag("success"));
    return !body.has("custom_id") && (error || bare);
  }

  /**
   * Returns whether a body that is a code and a message is an error; some servers report success in
   * that form.
   */
  static boolean isBare(@Nullable String code, @Nullable String message, boolean success) {
    boolean well = success || "0".equals(code) || "200".equals(code);
    return code != null && message != null && !well;
  }

  @Override
  public Failure read(ApiCall call, int status, Headers headers, JsonObject body) {
    Fields whole = new Fields(body);
    Fields error = error(whole);
    Failure failure = table.failure(status, apiError(error, requestId(headers, whole)));
    // An upload may take a moment to be seen by the create that follows it.
    boolean early = failure.httpStatus() == 400 && "file_id".equals(error.text("param"));
    return (early ? failure.withRetryable(true) : failure).withHints(headers, null);
  }

  /** Reads the errors of a batch as a whole: a list in an object, a bare list, one, or a text. */
  static List<ApiError> ofBatch(Fields batch) {
    JsonElement value = batch.json().get("errors");
    if (value instanceof JsonObject object) {
      Fields errors = new Fields(object);
      return object.has("data") ? errorsIn(errors, "data") : List.of(apiError(errors, null));
    }
    String text = batch.text("errors");
    return text == null
        ? errorsIn(batch, "errors")
        : List.of(new ApiError(null, null, text, null, null, false));
  }

  private static List<ApiError> errorsIn(Fields holder, String name) {
    return holder.objects(name).stream().map(error -> apiError(error, null)).toList();
  }

  private static Fields error(Fields whole) {
    if (whole.json().get("error") instanceof JsonObject error) {
      return new Fields(error);
    }
    JsonObject flat = new JsonObject();
    for (String message : List.of("error", "message", "msg", "detail")) {
      if (whole.text(message) != null && !flat.has("message")) {
        flat.addProperty("message", whole.text(message));
      }
    }
    flat.addProperty("code", whole.word("code"));
    return new Fields(flat);
  }

  private static ApiError apiError(Fields error, @Nullable String requestId) {
    long line = error.count("line");
    return new ApiError(
        error.text("type"),
        error.word("code"),
        Objects.requireNonNullElse(error.text("message"), ""),
        requestId,
        line > 0 ? line : null,
        false);
  }

  private static @Nullable String requestId(Headers headers, Fields body) {
    String header = headers.get("x-request-id");
    return header != null ? header : body.text("request_id");
  }
}
