package io.batchwright.internal.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.batchwright.internal.json.ModelJson;
import okhttp3.Headers;

/**
 * A good answer, read whole.
 *
 * @param headers its headers
 * @param body its body
 */
public record Answer(Headers headers, String body) {
  /**
   * Reads the body, which must be one JSON object.
   *
   * @throws JsonParseException without content if it is not
   */
  public JsonObject json() {
    return ModelJson.parseObject(body);
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "Answer[" + body.length() + " characters]";
  }
}
