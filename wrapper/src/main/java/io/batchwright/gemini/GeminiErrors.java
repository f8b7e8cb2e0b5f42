package io.batchwright.gemini;

import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.http.RetryHints;
import io.batchwright.internal.json.Fields;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads errors: {@code {"error":{"code","message","status","details":[…]}}}, any part of it
 * missing. What a detail is, its {@code @type} says; the members that are read here occur in one
 * kind each.
 */
final class GeminiErrors implements ErrorReader {
  /** One of these is in whatever has an error of its own: an operation, or a line of results. */
  private static final Set<String> OWNERS = Set.of("name", "metadata", "key");

  @Override
  public boolean isError(JsonObject body) {
    return body.get("error") instanceof JsonObject error
        && !error.isEmpty()
        && OWNERS.stream().noneMatch(body::has);
  }

  @Override
  public Failure read(ApiCall call, int status, Headers headers, JsonObject body) {
    Fields error = new Fields(body).object("error");
    String reason = detail(error, "reason");
    ApiError apiError = Failure.reported(error.text("status"), reason, error.text("message"), null);
    Failure failure = Failure.of(effective(status, error, reason), apiError);
    // The API words it like a lack of rights if a file is gone, but then names no reason.
    boolean onFile = call == ApiCall.DOWNLOAD || call == ApiCall.DELETE_FILE;
    if (onFile && failure.httpStatus() == 403 && reason == null) {
      failure = new Failure(ErrorKind.NOT_FOUND, false, 403, failure.error(), null);
    }
    return failure.withHints(headers, retryDelay(error));
  }

  /**
   * A key that is not valid comes as a request that is not. In a 2xx response, the error's code is
   * the status that was meant.
   */
  private static int effective(int status, Fields error, @Nullable String reason) {
    if (status < 300) {
      long code = error.count("code");
      return code >= 400 && code < 600 ? (int) code : 500;
    }
    boolean badKey = status == 400 && reason != null && reason.startsWith("API_KEY_");
    return badKey ? 401 : status;
  }

  private static @Nullable Duration retryDelay(Fields error) {
    String delay = detail(error, "retryDelay");
    return delay == null || !delay.endsWith("s")
        ? null
        : RetryHints.seconds(delay.substring(0, delay.length() - 1));
  }

  private static @Nullable String detail(Fields error, String name) {
    Stream<@Nullable String> values =
        error.objects("details").stream().map(detail -> detail.text(name));
    return values.filter(Objects::nonNull).findFirst().orElse(null);
  }
}
