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
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Turns an answer that is an error into the exception for it.
 *
 * @param provider the provider's short name
 * @param reader reads the provider's form of error
 * @param redactor makes its text fit to be shown
 */
record Refusals(String provider, ErrorReader reader, Redactor redactor) {
  private static final long LONGEST_BODY = 64 * 1024;

  /** Looks at the beginning of an answer that is 2xx; gives null if it means no error either. */
  @Nullable ProviderException ofGood(CallName call, Response response) throws IOException {
    return of(call, response.code(), beginning(response));
  }

  private static TextResponse beginning(Response response) throws IOException {
    return new TextResponse(response.headers(), response.peekBody(LONGEST_BODY).string());
  }

  /** Reads an answer that is not 2xx. */
  ProviderException of(CallName call, Response response) throws IOException {
    JsonObject body = json(beginning(response));
    int status = response.code();
    return of(call, reader.meaning(status, body), response.headers(), body);
  }

  /** Reads an answer that is 2xx; gives null if it means no error either. */
  @Nullable ProviderException of(CallName call, int status, TextResponse answer) {
    JsonObject body = json(answer);
    int meaning = reader.meaning(status, body);
    return meaning == status ? null : of(call, meaning, answer.headers(), body);
  }

  private ProviderException of(CallName call, int meaning, Headers headers, JsonObject body) {
    ApiError error = redactor.clean(reader.read(meaning, headers, body));
    ProviderRefusal refusal =
        new ProviderRefusal(provider, call.text(), meaning, error, reader.pause(headers, body));
    return of(refusal, call.onBatch());
  }

  private static ProviderException of(ProviderRefusal refusal, boolean onBatch) {
    int meaning = refusal.httpStatus();
    return switch (meaning) {
      case 401, 403 -> new AuthenticationException(refusal);
      case 404 -> onBatch ? new BatchNotFoundException(refusal) : new ProviderException(refusal);
      case 429 -> new RateLimitedException(refusal);
      case 408 -> new ProviderUnavailableException(refusal);
      case 400, 405, 409, 413, 415, 422 -> new InvalidRequestException(refusal);
      default ->
          meaning >= 500
              ? new ProviderUnavailableException(refusal)
              : new ProviderException(refusal);
    };
  }

  /**
   * Reads an object, or an array of one, in which some servers put it. A proxy in between answers
   * with whatever it likes: that is no reason to fail twice.
   */
  private static JsonObject json(TextResponse answer) {
    String body = answer.body().strip();
    boolean wrapped = body.startsWith("[") && body.endsWith("]");
    try {
      return wrapped ? ModelJson.parseObject(body.substring(1, body.length() - 1)) : answer.json();
    } catch (JsonParseException e) {
      return new JsonObject();
    }
  }
}
