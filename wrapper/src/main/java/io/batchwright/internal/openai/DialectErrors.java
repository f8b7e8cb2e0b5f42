package io.batchwright.internal.openai;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.RetryHints;
import io.batchwright.internal.json.Fields;
import java.util.List;
import java.util.Objects;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads errors: {@code {"error":{"message","type","param","code"}}}, any part of it missing, a code
 * that is a number, an {@code error} that is a text, or {@code {"code","msg"}} alone.
 *
 * @param rules what they mean
 */
record DialectErrors(ErrorRules rules) implements ErrorReader {
  @Override
  public ApiError read(int status, Headers headers, JsonObject body) {
    Fields whole = new Fields(body);
    Fields error = error(whole);
    ApiError said = said(error, requestId(headers, whole));
    // An upload may take a moment to be seen by the create that follows it.
    boolean early = status == 400 && "file_id".equals(error.text("param"));
    boolean usual = early || rules.retryable(status, said);
    return said.retryable(RetryHints.shouldRetry(headers, usual));
  }

  /** Batches, files and pages bear no error, and lines of results a custom id. */
  @Override
  public int meaning(int status, JsonObject body) {
    Fields whole = new Fields(body);
    boolean good = status >= 200 && status < 300;
    boolean refused = !whole.object("error").json().isEmpty() || whole.text("error") != null;
    boolean bare =
        whole.text("id") == null
            && ErrorRules.isBare(whole.word("code"), whole.text("msg"), whole.flag("success"));
    boolean told = !good || (!body.has("custom_id") && (refused || bare));
    return told ? rules.meaning(status, said(error(whole), null)) : status;
  }

  /** Reads the errors of a batch as a whole: a list in an object, a bare list, one, or a text. */
  static List<ApiError> ofBatch(Fields batch) {
    JsonElement value = batch.json().get("errors");
    if (value instanceof JsonObject object) {
      Fields errors = new Fields(object);
      return object.has("data") ? saidIn(errors, "data") : List.of(said(errors, null));
    }
    String text = batch.text("errors");
    return text == null
        ? saidIn(batch, "errors")
        : List.of(new ApiError(null, null, text, null, null, false));
  }

  private static List<ApiError> saidIn(Fields holder, String name) {
    return holder.objects(name).stream().map(error -> said(error, null)).toList();
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

  private static ApiError said(Fields error, @Nullable String requestId) {
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
