package io.batchwright.anthropic;

import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.RetryHints;
import io.batchwright.internal.json.Fields;
import java.util.Objects;
import okhttp3.Headers;

/**
 * Reads Anthropic's errors: {@code {"type":"error","error":{"type","message"},"request_id"}}, any
 * part of it missing.
 */
final class AnthropicErrors implements ErrorReader {
  private static final int OVERLOADED = 529;

  @Override
  public ApiError read(int status, Headers headers, JsonObject body) {
    Fields error = new Fields(body).object("error");
    String requestId = new Fields(body).text("request_id");
    boolean usual = status == 408 || status == 409 || status == 429 || status >= 500;
    return new ApiError(
        error.text("type"),
        null,
        Objects.requireNonNullElse(error.text("message"), ""),
        requestId != null ? requestId : headers.get("request-id"),
        null,
        RetryHints.shouldRetry(headers, usual));
  }

  /**
   * An error with a good status would be a server's or a gateway's own failing: what it did before
   * is not known. Lines of results are none, whatever is in them.
   */
  @Override
  public int meaning(int status, JsonObject body) {
    boolean told = "error".equals(new Fields(body).text("type")) && !body.has("custom_id");
    return status < 300 && told ? 500 : status;
  }

  /** 529 is Anthropic's own word for not having taken a request. */
  @Override
  public boolean leavesUndone(int status) {
    return status == OVERLOADED || ErrorReader.super.leavesUndone(status);
  }
}
