package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Lines of results as OpenAI and Moonshot write them. */
public final class LineShape {
  private LineShape() {}

  public static JsonObject response(int status, String requestId, JsonElement body) {
    JsonObject response = new JsonObject();
    response.addProperty("status_code", status);
    response.addProperty("request_id", requestId);
    response.add("body", body);
    return response;
  }

  /**
   * A line.
   *
   * @param id its id, with quotes
   */
  public static String line(String id, Profile.Line line) {
    String name = line.customId().isEmpty() ? "" : ",\"custom_id\":" + line.customId();
    return "{\"id\":"
        + id
        + name
        + ",\"response\":"
        + line.response()
        + ",\"error\":"
        + line.error()
        + "}";
  }
}
