package io.batchwright.anthropic;

import static io.batchwright.internal.json.JsonValues.first;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.client.anthropic.model.ErrorResponse;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorParts;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.json.WireJson;
import okhttp3.Headers;

/** Reads Anthropic's errors, and those of gateways in front of it. */
final class AnthropicErrors implements ErrorReader {
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
  public Failure read(ApiCall call, int status, Headers headers, JsonElement body) {
    ApiError error = ErrorParts.of(body).toError(status);
    ApiError.Builder known =
        error.toBuilder().requestId(first(error.requestId(), headers.get("request-id")));
    // The state that a call conflicts with passes.
    Failure failure = Failure.of((status == 409 ? known.retryable(true) : known).build());
    // Overloaded: Anthropic did not accept the request.
    return (status == 529 ? new Failure(failure.error(), false, null) : failure)
        .withHints(headers, null);
  }
}
