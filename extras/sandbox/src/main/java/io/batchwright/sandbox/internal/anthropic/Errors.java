package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonNull;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.util.Map;

/** Error responses, and the errors in result lines. */
final class Errors {
  private static final Map<Integer, String> TYPES =
      Map.ofEntries(
          Map.entry(400, "invalid_request_error"),
          Map.entry(401, "authentication_error"),
          Map.entry(402, "billing_error"),
          Map.entry(403, "permission_error"),
          Map.entry(404, "not_found_error"),
          Map.entry(409, "conflict_error"),
          Map.entry(413, "request_too_large"),
          Map.entry(429, "rate_limit_error"),
          Map.entry(500, "api_error"),
          Map.entry(504, "timeout_error"),
          Map.entry(529, "overloaded_error"));

  private Errors() {}

  static Response respond(Refusal refusal, String requestId) {
    return respond(refusal.status(), refusal.text(), "", requestId);
  }

  /** The response for a scripted status. */
  static Response scripted(int status, String code, String requestId) {
    return respond(status, "Scripted status " + status + ".", code, requestId);
  }

  static String type(int status) {
    return String.valueOf(TYPES.getOrDefault(status, TYPES.get(status < 500 ? 400 : 500)));
  }

  private static Response respond(int status, String message, String code, String requestId) {
    JsonObject details = new JsonObject();
    if (!code.isEmpty()) details.addProperty("error_code", code);
    JsonObject json = body(type(status), message, details);
    json.addProperty("request_id", requestId);
    Response response =
        Response.of(status, Headers.of("Content-Type", "application/json"), Json.bytes(json));
    return status == 401 || status == 404 ? response.header("x-should-retry", "false") : response;
  }

  /** The result of a request that failed after the batch was accepted. */
  static JsonObject result(String type, String message) {
    return result(type, message, "");
  }

  /**
   * The same with an error code.
   *
   * @param code the error code, or ""
   */
  static JsonObject result(String type, String message, String code) {
    JsonObject details = new JsonObject();
    details.addProperty("error_visibility", "user_facing");
    if (!code.isEmpty()) details.addProperty("error_code", code);
    JsonObject error = body(type, message, details);
    error.add("request_id", JsonNull.INSTANCE);
    JsonObject result = new JsonObject();
    result.addProperty("type", "errored");
    result.add("error", error);
    return result;
  }

  private static JsonObject body(String type, String message, JsonObject details) {
    JsonObject error = new JsonObject();
    if (!details.isEmpty()) error.add("details", details);
    error.addProperty("type", type);
    error.addProperty("message", message);
    JsonObject json = new JsonObject();
    json.addProperty("type", "error");
    json.add("error", error);
    return json;
  }
}
