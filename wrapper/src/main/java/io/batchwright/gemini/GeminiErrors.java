package io.batchwright.gemini;

import static io.batchwright.internal.json.JsonValues.count;
import static io.batchwright.internal.json.JsonValues.number;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.client.gemini.model.ErrorBody;
import io.batchwright.client.gemini.model.ErrorDetail;
import io.batchwright.client.gemini.model.ErrorResponse;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorParts;
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
 * Reads errors: {@code {"error":{"code","message","status","details":[…]}}}, and those of gateways.
 * What has an error of its own, an operation or a line of results, is no error response.
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
  public Failure read(ApiCall call, int status, Headers headers, JsonElement body) {
    ErrorBody error =
        body instanceof JsonObject object
            ? Objects.requireNonNullElseGet(
                WireJson.decode(object, ErrorResponse.class).getError(), ErrorBody::new)
            : new ErrorBody();
    String reason = detail(error, ErrorDetail::getReason);
    ApiError reported = ErrorParts.of(body).toError(status);
    ErrorKind kind = kind(call, error, reason, reported);
    return Failure.of(reported.toBuilder().kind(kind).code(reason).build())
        .withHints(headers, retryDelay(error));
  }

  private static ErrorKind kind(
      ApiCall call, ErrorBody error, @Nullable String reason, ApiError reported) {
    int status = Objects.requireNonNullElse(reported.httpStatus(), 0);
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
    return onFile && status == 403 && reason == null ? ErrorKind.NOT_FOUND : reported.kind();
  }

  /**
   * Returns the error of a result line, which may be in several places of it: usually {@code error}
   * and {@code status}, which at Vertex is text.
   */
  static ApiError ofLine(@Nullable JsonElement... places) {
    ErrorParts parts = ErrorParts.of(places);
    return ofRpc(parts.type(), parts.code(), parts.message());
  }

  /**
   * Returns an error whose code is one of google.rpc, or from 100 on an HTTP status, as gateways
   * write it.
   */
  static ApiError ofRpc(@Nullable String type, @Nullable String code, @Nullable String message) {
    Long number = number(code == null ? null : new JsonPrimitive(code));
    Integer status = number != null && number >= 100 && number < 600 ? number.intValue() : null;
    String name = type == null ? RpcCode.name(code) : type;
    return RpcCode.classify(Failure.reported(status, name, code, message, null));
  }

  /** Returns whether a request did not run because of a cancel. */
  static boolean isCancelled(ApiError error) {
    Integer status = error.httpStatus();
    return RpcCode.CANCELLED.name().equals(error.type()) || (status != null && status == 499);
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
