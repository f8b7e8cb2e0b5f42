package io.batchwright.anthropic;

import static io.batchwright.internal.json.JsonValues.first;

import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.client.anthropic.model.ErrorDetail;
import io.batchwright.client.anthropic.model.ErrorResponse;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.json.WireJson;
import java.util.Map;
import java.util.Objects;
import okhttp3.Headers;

/**
 * Reads Anthropic's errors: {@code {"type":"error","error":{"type","message"},"request_id"}}, any
 * part of it missing.
 */
final class AnthropicErrors implements ErrorReader {
  /** What the types mean in result lines, which have no status. */
  private static final Map<String, ErrorKind> KINDS =
      Map.of(
          "authentication_error", ErrorKind.AUTHENTICATION,
          "billing_error", ErrorKind.QUOTA,
          "permission_error", ErrorKind.PERMISSION,
          "not_found_error", ErrorKind.NOT_FOUND,
          "rate_limit_error", ErrorKind.RATE_LIMITED,
          "api_error", ErrorKind.UNAVAILABLE,
          "timeout_error", ErrorKind.UNAVAILABLE,
          "overloaded_error", ErrorKind.UNAVAILABLE);

  /** Returns an error of the kind that it has here. */
  static ApiError classify(ApiError error) {
    ErrorKind kind = KINDS.get(String.valueOf(error.type()));
    return error.httpStatus() == null && kind != null
        ? error.toBuilder().kind(kind).build()
        : error;
  }

  /**
   * An error with a 2xx status would be a server's or a gateway's own failure. Result lines are
   * none, whatever they contain.
   */
  @Override
  public boolean isError(JsonObject body) {
    ErrorResponse response = WireJson.decode(body, ErrorResponse.class);
    return "error".equals(response.getType()) && response.getCustomId() == null;
  }

  @Override
  public Failure read(ApiCall call, int status, Headers headers, JsonObject body) {
    ErrorResponse response = WireJson.decode(body, ErrorResponse.class);
    ErrorDetail error = Objects.requireNonNullElseGet(response.getError(), ErrorDetail::new);
    ApiError apiError =
        Failure.reported(
            status,
            first(error.getType()),
            null,
            error.getMessage(),
            first(response.getRequestId(), headers.get("request-id")));
    // The state that a call conflicts with passes.
    Failure failure =
        Failure.of(
            status == 409 ? apiError.toBuilder().retryable(true).build() : classify(apiError));
    // Overloaded: Anthropic did not accept the request.
    return (status == 529 ? new Failure(failure.error(), false, null) : failure)
        .withHints(headers, null);
  }
}
