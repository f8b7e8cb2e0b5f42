package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes an uploaded file, which is usable at once. */
final class FileForm {
  private FileForm() {}

  static JsonObject json(StoredFile file, Exchange exchange) {
    byte[] hex = file.sha256().getBytes(StandardCharsets.US_ASCII);
    JsonObject json = new JsonObject();
    json.addProperty("name", file.name());
    String displayName = file.note().displayName();
    if (displayName != null) json.addProperty("displayName", displayName);
    json.addProperty("mimeType", file.note().mimeType());
    json.addProperty("sizeBytes", Long.toString(file.content().length()));
    json.addProperty("createTime", file.createdAt().toString());
    json.addProperty("updateTime", file.createdAt().toString());
    json.addProperty("expirationTime", file.expiresAt().toString());
    json.addProperty("sha256Hash", Base64.getEncoder().encodeToString(hex));
    json.addProperty("uri", Address.of(exchange) + "/v1beta/" + file.name());
    json.addProperty("state", "ACTIVE");
    json.addProperty("source", "UPLOADED");
    return json;
  }
}
