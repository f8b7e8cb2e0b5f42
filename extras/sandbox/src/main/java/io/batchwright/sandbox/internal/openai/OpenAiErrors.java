package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Errors with a message, a type, a param and a code. */
final class OpenAiErrors {
  private static final String UPLOAD = "upload";

  private OpenAiErrors() {}

  static JsonObject json(Refusal refusal) {
    JsonObject error = new JsonObject();
    error.addProperty("message", refusal.text());
    error.addProperty("type", type(refusal.status()));
    error.addProperty("param", refusal.param());
    error.addProperty("code", isUpload(refusal) ? null : refusal.code());
    JsonObject json = new JsonObject();
    json.add("error", error);
    if (isUpload(refusal)) json.add("detail", detail(refusal));
    return json;
  }

  /** Refuses a file for its content; the message repeats the reason. */
  static Refusal upload(String message) {
    return new Refusal(400, message, UPLOAD, null);
  }

  private static boolean isUpload(Refusal refusal) {
    return UPLOAD.equals(refusal.code());
  }

  private static JsonObject detail(Refusal refusal) {
    JsonObject detail = new JsonObject();
    detail.addProperty("message", refusal.text());
    detail.addProperty("code", (String) null);
    return detail;
  }

  private static String type(int status) {
    if (status == 429) return "requests";
    return status < 500 ? "invalid_request_error" : "server_error";
  }

  static Refusal usual(int status) {
    return switch (status) {
      case 401 -> new Refusal(401, "Incorrect API key provided.", "invalid_api_key", null);
      case 429 -> new Refusal(429, "Rate limit reached for requests.", "rate_limit_exceeded", null);
      case 503 -> new Refusal(503, "The server is overloaded.", "server_is_overloaded", null);
      default -> new Refusal(status, "Scripted status " + status + ".", null, null);
    };
  }
}
