package io.batchwright.anthropic;

import static io.batchwright.internal.json.JsonValues.first;

import com.google.gson.JsonObject;
import io.batchwright.ApiError;
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
  /** The status that a call with an error of this type has; result lines have the type alone. */
  private static final Map<String, Integer> STATUSES =
      Map.of(
          "invalid_request_error", 400,
          "authentication_error", 401,
          "billing_error", 402,
          "permission_error", 403,
          "not_found_error", 404,
          "request_too_large", 413,
          "rate_limit_error", 429,
          "api_error", 500,
          "timeout_error", 504,
          "overloaded_error", 529);

  /**
   * Returns what an error means.
   *
   * @param status the HTTP status; 0 for a result line
   */
  static Failure failure(int status, ApiError error) {
    String type = Objects.requireNonNullElse(error.type(), "");
    Failure usual = Failure.of(status == 0 ? STATUSES.getOrDefault(type, 0) : status, error);
    return switch (usual.httpStatus()) {
      // The state that the call conflicts with passes.
      case 409 -> usual.withRetryable(true);
      // Overloaded: Anthropic did not accept the request.
      case 529 -> new Failure(usual.kind(), false, 529, usual.error(), null);
      default -> usual;
    };
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
            first(error.getType()),
            null,
            error.getMessage(),
            first(response.getRequestId(), headers.get("request-id")));
    return failure(status, apiError).withHints(headers, null);
  }
}
