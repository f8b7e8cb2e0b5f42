package io.batchwright.gemini;

import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.ProviderException;
import io.batchwright.internal.http.ErrorReader;
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
  public ApiError read(int status, Headers headers, JsonObject body) {
    Fields error = new Fields(body).object("error");
    boolean usual = status == 408 || status == 429 || status >= 500;
    return new ApiError(
        error.text("status"),
        detail(error, "reason"),
        Objects.requireNonNullElse(error.text("message"), ""),
        null,
        null,
        RetryHints.shouldRetry(headers, usual));
  }

  /**
   * A key that is not valid comes as a request that is not. In a good answer, an error that is not
   * a batch's or a request's own says by its code which status was meant.
   */
  @Override
  public int meaning(int status, JsonObject body) {
    Fields error = new Fields(body).object("error");
    if (status < 300 && !error.json().isEmpty() && OWNERS.stream().noneMatch(body::has)) {
      long code = error.count("code");
      return code >= 400 && code < 600 ? (int) code : 500;
    }
    String reason = detail(error, "reason");
    boolean badKey = status == 400 && reason != null && reason.startsWith("API_KEY_");
    return badKey ? 401 : status;
  }

  @Override
  public @Nullable Duration pause(Headers headers, JsonObject body) {
    Duration header = RetryHints.pause(headers);
    String delay = detail(new Fields(body).object("error"), "retryDelay");
    return header != null || delay == null || !delay.endsWith("s")
        ? header
        : RetryHints.seconds(delay.substring(0, delay.length() - 1));
  }

  /**
   * Says whether a refusal of a call on a file may mean that it is gone: the API words that like a
   * lack of rights, but gives no reason then.
   */
  static boolean meansGone(ProviderException refused) {
    boolean noReason = refused.httpStatus() == 403 && refused.error().code() == null;
    return noReason || refused.httpStatus() == 404;
  }

  private static @Nullable String detail(Fields error, String name) {
    Stream<@Nullable String> values =
        error.objects("details").stream().map(detail -> detail.text(name));
    return values.filter(Objects::nonNull).findFirst().orElse(null);
  }
}
