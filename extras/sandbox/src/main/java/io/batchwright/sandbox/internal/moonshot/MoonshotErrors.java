package io.batchwright.sandbox.internal.moonshot;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Errors with a message and a type. */
final class MoonshotErrors {
  private static final String WRONG_KEY = "invalid_api_key";

  private MoonshotErrors() {}

  static JsonObject json(Refusal refusal) {
    JsonObject error = new JsonObject();
    error.addProperty("message", refusal.text());
    error.addProperty("type", type(refusal));
    JsonObject json = new JsonObject();
    json.add("error", error);
    return json;
  }

  private static String type(Refusal refusal) {
    if (refusal.isExact()) return String.valueOf(refusal.code());
    return switch (refusal.status()) {
      case 401 ->
          WRONG_KEY.equals(refusal.code())
              ? "incorrect_api_key_error"
              : "invalid_authentication_error";
      case 403 -> "permission_denied_error";
      case 404 -> "resource_not_found_error";
      case 429 -> "rate_limit_reached_error";
      default -> refusal.status() < 500 ? "invalid_request_error" : "server_error";
    };
  }

  static Refusal usual(int status) {
    return status == 401
        ? new Refusal(401, "Incorrect API key provided", WRONG_KEY, null)
        : new Refusal(status, "Scripted status " + status, null, null);
  }
}
