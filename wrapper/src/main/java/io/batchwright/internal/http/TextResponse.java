package io.batchwright.internal.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.batchwright.internal.json.ModelJson;
import io.batchwright.internal.json.WireJson;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** A good answer, read whole. Not thread-safe. */
public final class TextResponse {
  private final Headers headers;
  private final String body;
  private @Nullable JsonObject json;

  TextResponse(Headers headers, String body) {
    this.headers = headers;
    this.body = body;
  }

  /** Gives the headers. */
  public Headers headers() {
    return headers;
  }

  /** Says what time it was at the server; null if it did not say. */
  public @Nullable Instant time() {
    return RetryHints.date(headers.get("date"));
  }

  /** Gives the body as it came. */
  public String body() {
    return body;
  }

  /**
   * Gives the body, which must be one JSON object.
   *
   * @throws JsonParseException without content if it is not
   */
  public JsonObject json() {
    if (json == null) {
      json = ModelJson.parseObject(body);
    }
    return json;
  }

  /**
   * Returns the body, which must be one JSON object, as a generated model.
   *
   * @throws JsonParseException without content if it is not
   */
  public <T> T as(Class<T> model) {
    return WireJson.decode(json(), model);
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "TextResponse[" + body.length() + " characters]";
  }
}
