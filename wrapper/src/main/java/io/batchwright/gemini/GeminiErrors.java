package io.batchwright.gemini;

import static io.batchwright.internal.json.JsonValues.count;
import static io.batchwright.internal.json.JsonValues.first;
import static io.batchwright.internal.json.JsonValues.number;

import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.client.gemini.model.ErrorBody;
import io.batchwright.client.gemini.model.ErrorDetail;
import io.batchwright.client.gemini.model.ErrorResponse;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.http.RetryHints;
import io.batchwright.internal.json.JsonValues;
import io.batchwright.internal.json.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads errors: {@code {"error":{"code","message","status","details":[…]}}}, any part of it
 * missing. What has an error of its own, an operation or a line of results, is no error response.
 */
final class GeminiErrors implements ErrorReader {
  @Override
  public boolean isError(JsonObject body) {
    ErrorResponse response = WireJson.decode(body, ErrorResponse.class);
    boolean owned =
        response.getName() != null || response.getMetadata() != null || response.getKey() != null;
    return !owned && !WireJson.isEmpty(response.getError());
  }

  @Override
  public Failure read(ApiCall call, int status, Headers headers, JsonObject body) {
    ErrorBody error =
        Objects.requireNonNullElseGet(
            WireJson.decode(body, ErrorResponse.class).getError(), ErrorBody::new);
    String reason = detail(error, ErrorDetail::getReason);
    ApiError apiError =
        Failure.reported(status, first(error.getStatus()), reason, error.getMessage(), null);
    ErrorKind kind = kind(call, status, error, reason);
    return Failure.of(apiError.toBuilder().kind(kind).build())
        .withHints(headers, retryDelay(error));
  }

  private static ErrorKind kind(
      ApiCall call, int status, ErrorBody error, @Nullable String reason) {
    if (status < 300) {
      // The error's code is the status that was meant.
      long code = count(number(error.getCode()));
      return Failure.kind(code >= 400 && code < 600 ? (int) code : 500);
    }
    // A key that is not valid comes as a request that is not.
    if (status == 400 && reason != null && reason.startsWith("API_KEY_")) {
      return ErrorKind.AUTHENTICATION;
    }
    // The API words it like a lack of rights if a file is gone, but then names no reason.
    boolean onFile = call == ApiCall.DOWNLOAD || call == ApiCall.DELETE_FILE;
    return onFile && status == 403 && reason == null ? ErrorKind.NOT_FOUND : Failure.kind(status);
  }

  private static @Nullable Duration retryDelay(ErrorBody error) {
    String delay = detail(error, ErrorDetail::getRetryDelay);
    return delay == null || !delay.endsWith("s")
        ? null
        : RetryHints.seconds(delay.substring(0, delay.length() - 1));
  }

  /** Returns the first value of a member that only one of the details has. */
  private static @Nullable String detail(
      ErrorBody error, Function<ErrorDetail, @Nullable String> member) {
    List<@Nullable ErrorDetail> details =
        Objects.requireNonNullElse(error.getDetails(), List.<ErrorDetail>of());
    Stream<@Nullable String> values =
        details.stream().filter(Objects::nonNull).map(member).map(JsonValues::first);
    return values.filter(Objects::nonNull).findFirst().orElse(null);
  }
}
