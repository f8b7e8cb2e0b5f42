package io.batchwright.internal.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.batchwright.internal.json.ModelJson;
import io.batchwright.internal.json.WireJson;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A response, read whole.
 *
 * @param headers the headers
 * @param body the body as received
 */
public record TextResponse(Headers headers, String body) {
  /** Returns the time of the response by the server's clock; null if it names none. */
  public @Nullable Instant time() {
    return headers.getInstant("date");
  }

  /**
   * Returns the body, which must be one JSON object.
   *
   * @throws JsonParseException without content if it is not
   */
  public JsonObject json() {
    return ModelJson.parseObject(body);
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
