package io.batchwright.sandbox.internal.zhipu;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonObject;

/** Errors with a code and a message. Codes are strings of digits, except one that is a number. */
final class ZhipuErrors {
  static final String SHORT_ID = "short_custom_id";
  static final String MODEL_NAME = "model_name";
  private static final String WRONG_KEY = "invalid_api_key";

  private ZhipuErrors() {}

  static JsonObject json(Refusal refusal) {
    JsonObject error = new JsonObject();
    if (SHORT_ID.equals(refusal.code())) {
      error.addProperty("code", 1214);
    } else {
      error.addProperty("code", code(refusal));
    }
    error.addProperty("message", refusal.text());
    JsonObject json = new JsonObject();
    json.add("error", error);
    return json;
  }

  private static String code(Refusal refusal) {
    if (refusal.isExact()) return String.valueOf(refusal.code());
    return switch (refusal.status()) {
      case 400 -> codeOfBadRequest(String.valueOf(refusal.code()));
      case 401 -> WRONG_KEY.equals(refusal.code()) ? "1000" : "1001";
      case 403 -> "1220";
      case 404 -> "model_not_found".equals(refusal.code()) ? "1211" : "1214";
      case 429 -> "1302";
      default -> refusal.status() < 500 ? "1210" : "1234";
    };
  }

  private static String codeOfBadRequest(String code) {
    return switch (code) {
      case "missing_required_parameter" -> "1213";
      case MODEL_NAME -> "1210";
      default -> "1214";
    };
  }

  /** The status is from an older page of error codes; the code is unverified. */
  static Refusal tooLarge() {
    return new Refusal(435, "The file is larger than 100 MB", null, null);
  }

  static Refusal usual(int status) {
    return status == 401
        ? new Refusal(401, "Authentication failed", WRONG_KEY, null)
        : new Refusal(status, "Scripted status " + status, null, null);
  }
}
