package io.batchwright.internal.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.batchwright.ApiError;
import io.batchwright.AuthenticationException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.InvalidRequestException;
import io.batchwright.ProviderException;
import io.batchwright.ProviderRefusal;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RateLimitedException;
import io.batchwright.internal.json.ModelJson;
import java.io.IOException;
import okhttp3.Response;

/**
 * Turns an answer that is not 2xx into the exception for it.
 *
 * @param provider the provider's short name
 * @param reader reads the provider's form of error
 * @param redactor makes its text fit to be shown
 */
record Refusals(String provider, ErrorReader reader, Redactor redactor) {
  private static final long LONGEST_BODY = 64 * 1024;

  ProviderException of(CallName call, Response response) throws IOException {
    JsonObject body = json(response.peekBody(LONGEST_BODY).string());
    ApiError error = redactor.clean(reader.read(response.code(), response.headers(), body));
    ProviderRefusal refusal =
        new ProviderRefusal(
            provider, call.text(), response.code(), error, RetryHints.pause(response.headers()));
    return of(refusal, call.onBatch());
  }

  private static ProviderException of(ProviderRefusal refusal, boolean onBatch) {
    int status = refusal.httpStatus();
    return switch (status) {
      case 401, 403 -> new AuthenticationException(refusal);
      case 404 -> onBatch ? new BatchNotFoundException(refusal) : new ProviderException(refusal);
      case 429 -> new RateLimitedException(refusal);
      case 408 -> new ProviderUnavailableException(refusal);
      case 400, 405, 409, 413, 415, 422 -> new InvalidRequestException(refusal);
      default ->
          status >= 500
              ? new ProviderUnavailableException(refusal)
              : new ProviderException(refusal);
    };
  }

  /** A proxy in between answers with whatever it likes: that is no reason to fail twice. */
  private static JsonObject json(String body) {
    try {
      return ModelJson.parseObject(body);
    } catch (JsonParseException e) {
      return new JsonObject();
    }
  }
}
