package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Error responses, whose code is the HTTP status, and the errors inside results, whose code is a
 * google.rpc code.
 */
final class Errors {
  /** Codes of google.rpc. */
  static final int CANCELLED = 1;

  static final int INVALID_ARGUMENT = 3;
  static final int RESOURCE_EXHAUSTED = 8;
  static final int INTERNAL = 13;

  private static final String TYPE = "type.googleapis.com/google.rpc.";
  private static final String BAD_KEY = "API_KEY_INVALID";
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(400, "INVALID_ARGUMENT"),
          Map.entry(401, "UNAUTHENTICATED"),
          Map.entry(403, "PERMISSION_DENIED"),
          Map.entry(404, "NOT_FOUND"),
          Map.entry(409, "ALREADY_EXISTS"),
          Map.entry(429, "RESOURCE_EXHAUSTED"),
          Map.entry(500, "INTERNAL"),
          Map.entry(503, "UNAVAILABLE"),
          Map.entry(504, "DEADLINE_EXCEEDED"));

  private Errors() {}

  /** Here, an unknown key is an invalid argument. */
  static Refusal badKey() {
    return new Refusal(400, "The API key is not valid.", BAD_KEY, null);
  }

  static Refusal noKey() {
    return new Refusal(403, "An API key is required.", null, null);
  }

  /** Deleted files, files that never existed and files of others yield the same error. */
  static Refusal noFile() {
    return new Refusal(403, "No access to the file, or no such file.", null, null);
  }

  static Refusal noBatch() {
    return Refusal.notFound("Entity was not found here.");
  }

  static Refusal failedPrecondition(String message) {
    return new Refusal(400, message, "FAILED_PRECONDITION", null);
  }

  /** An unknown member makes the whole body invalid. */
  static Refusal unknownMember(String name, String path) {
    String place = path.isEmpty() ? "" : " at '" + path + "'";
    return new Refusal(400, "Unknown name \"" + name + "\"" + place + ".", null, path);
  }

  static Response respond(Refusal refusal) {
    String code = refusal.code();
    boolean badKey = BAD_KEY.equals(code);
    String status = code == null || badKey ? name(refusal.status()) : code;
    JsonObject error = error(refusal.status(), refusal.text());
    error.addProperty("status", status);
    String field = refusal.param();
    if (badKey) error.add("details", keyDetails(refusal.text()));
    if (field != null) error.add("details", fieldDetails(field, refusal.text()));
    return Replies.json(refusal.status(), wrapped(error));
  }

  /** The response for a scripted status. Real responses without details occur as well. */
  static Response scripted(int status, String code) {
    return respond(Refusal.exact(status, "Scripted status " + status + ".", code));
  }

  private static String name(int status) {
    return String.valueOf(NAMES.getOrDefault(status, NAMES.get(status < 500 ? 400 : 500)));
  }

  /** An error with or without a message. */
  static JsonObject error(int code, @Nullable String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    if (message != null) error.addProperty("message", message);
    return error;
  }

  private static JsonObject wrapped(JsonObject error) {
    JsonObject json = new JsonObject();
    json.add("error", error);
    return json;
  }

  private static JsonArray keyDetails(String message) {
    JsonObject service = new JsonObject();
    service.addProperty("service", "generativelanguage.googleapis.com");
    JsonObject info = new JsonObject();
    info.addProperty("@type", TYPE + "ErrorInfo");
    info.addProperty("reason", BAD_KEY);
    info.addProperty("domain", "googleapis.com");
    info.add("metadata", service);
    JsonObject localized = new JsonObject();
    localized.addProperty("@type", TYPE + "LocalizedMessage");
    localized.addProperty("locale", "en-US");
    localized.addProperty("message", message);
    JsonArray details = new JsonArray();
    details.add(info);
    details.add(localized);
    return details;
  }

  private static JsonArray fieldDetails(String field, String description) {
    JsonObject violation = new JsonObject();
    if (!field.isEmpty()) violation.addProperty("field", field);
    violation.addProperty("description", description);
    JsonArray violations = new JsonArray();
    violations.add(violation);
    JsonObject request = new JsonObject();
    request.addProperty("@type", TYPE + "BadRequest");
    request.add("fieldViolations", violations);
    JsonArray details = new JsonArray();
    details.add(request);
    return details;
  }
}
