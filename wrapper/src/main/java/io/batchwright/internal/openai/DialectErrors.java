package io.batchwright.internal.openai;

import static io.batchwright.internal.json.JsonValues.first;
import static io.batchwright.internal.json.JsonValues.text;
import static io.batchwright.internal.json.JsonValues.word;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.client.openai.model.ErrorBody;
import io.batchwright.client.openai.model.ErrorResponse;
import io.batchwright.client.openai.model.ListedErrors;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.json.WireJson;
import java.util.List;
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
    ErrorResponse response = WireJson.decode(body, ErrorResponse.class);
    JsonElement value = response.getError();
    boolean error = value instanceof JsonObject object ? !object.isEmpty() : text(value) != null;
    boolean bare =
        text(response.getId()) == null
            && isBare(
                word(response.getCode()),
                first(response.getMsg()),
                Boolean.TRUE.equals(response.getSuccess()));
    return response.getCustomId() == null && (error || bare);
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
    ErrorResponse response = WireJson.decode(body, ErrorResponse.class);
    ErrorBody error = error(response);
    String requestId = first(headers.get("x-request-id"), response.getRequestId());
    ApiError apiError = table.classify(apiError(status, error, requestId));
    // An upload may take a moment to be seen by the create that follows it.
    boolean early = status == 400 && "file_id".equals(error.getParam());
    return Failure.of(early ? apiError.toBuilder().retryable(true).build() : apiError)
        .withHints(headers, null);
  }

  private static ErrorBody error(ErrorResponse response) {
    if (response.getError() instanceof JsonObject error) {
      return WireJson.decode(error, ErrorBody.class);
    }
    String message =
        first(
            text(response.getError()),
            response.getMessage(),
            response.getMsg(),
            text(response.getDetail()));
    return new ErrorBody().message(message).code(response.getCode());
  }

  /** Reads the errors of a batch as a whole: a list in an object, a bare list, one, or a text. */
  static List<ApiError> ofBatch(@Nullable JsonElement errors) {
    if (errors instanceof JsonArray array) {
      return array.asList().stream()
          .filter(JsonObject.class::isInstance)
          .map(error -> apiError((JsonObject) error))
          .toList();
    }
    if (errors instanceof JsonObject object) {
      JsonElement data = WireJson.decode(object, ListedErrors.class).getData();
      return data == null ? List.of(apiError(object)) : ofBatch(data);
    }
    String text = text(errors);
    return text == null ? List.of() : List.of(apiError(null, new ErrorBody().message(text), null));
  }

  private static ApiError apiError(JsonObject error) {
    return apiError(null, WireJson.decode(error, ErrorBody.class), null);
  }

  private static ApiError apiError(
      @Nullable Integer status, ErrorBody error, @Nullable String requestId) {
    Long line = error.getLine();
    return Failure.reported(
            status, first(error.getType()), word(error.getCode()), error.getMessage(), requestId)
        .toBuilder()
        .line(line != null && line > 0 ? line : null)
        .build();
  }
}
