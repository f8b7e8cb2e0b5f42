package io.batchwright.internal.openai;

import static io.batchwright.internal.json.JsonValues.first;
import static io.batchwright.internal.json.JsonValues.text;
import static io.batchwright.internal.json.JsonValues.word;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.client.openai.model.ErrorBody;
import io.batchwright.client.openai.model.ListedErrors;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorParts;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.json.WireJson;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads errors of every form, of responses, batches and result lines.
 *
 * @param table what they mean
 */
record DialectErrors(UnaryOperator<ApiError> table) implements ErrorReader {
  /**
   * Batches, files and pages have no error or an empty one, except for a batch that says its state
   * and why it failed; result lines have a custom id.
   */
  @Override
  public boolean isError(JsonObject json) {
    ErrorBody body = WireJson.decode(json, ErrorBody.class);
    JsonElement value = body.getError();
    boolean error = value instanceof JsonObject object ? !object.isEmpty() : text(value) != null;
    boolean named = text(body.getId()) != null;
    boolean bare =
        isBare(word(body.getCode()), first(body.getMsg()), Boolean.TRUE.equals(body.getSuccess()));
    boolean batch = named && text(body.getStatus()) != null;
    return body.getCustomId() == null && ((error && !batch) || (bare && !named));
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
  public Failure read(ApiCall call, int status, Headers headers, JsonElement body) {
    ErrorParts parts = ErrorParts.of(body);
    ApiError error = table.apply(parts.toError(status));
    String requestId = first(headers.get("x-request-id"), error.requestId());
    ApiError.Builder known = error.toBuilder().requestId(requestId);
    // An upload may take a moment to be seen by the create that follows it.
    boolean early = status == 400 && "file_id".equals(parts.param());
    return Failure.of((early ? known.retryable(true) : known).build()).withHints(headers, null);
  }

  /**
   * Returns the error of a result line, which may be in several places of it: usually {@code
   * error}, {@code response.body} and {@code response}, whose status counts unless it is a 2xx.
   */
  ApiError ofLine(@Nullable JsonElement... places) {
    return table.apply(ErrorParts.of(places).toError(null));
  }

  /** Reads the errors of a batch as a whole: lists, in an object or bare, single ones, or texts. */
  List<ApiError> ofBatch(@Nullable JsonElement... errors) {
    return Stream.of(errors)
        .flatMap(DialectErrors::each)
        .map(ErrorParts::of)
        .filter(parts -> !parts.isEmpty())
        .map(parts -> table.apply(parts.toError(null)))
        .toList();
  }

  private static Stream<JsonElement> each(@Nullable JsonElement errors) {
    if (errors instanceof JsonArray array) {
      return array.asList().stream();
    }
    JsonElement data =
        errors instanceof JsonObject object
            ? WireJson.decode(object, ListedErrors.class).getData()
            : null;
    return data == null ? Stream.ofNullable(errors) : each(data);
  }
}
