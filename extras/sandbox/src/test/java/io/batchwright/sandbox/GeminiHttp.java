package io.batchwright.sandbox;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client of Gemini's protocol that adds only the key. */
final class GeminiHttp {
  static final String MODEL = "gemini-2.5-flash";
  static final String CREATE = "/v1beta/models/" + MODEL + ":batchGenerateContent";

  private final String baseUrl;
  private final Http http;

  GeminiHttp(Sandbox sandbox) {
    this(sandbox, Http.patient());
  }

  GeminiHttp(Sandbox sandbox, OkHttpClient client) {
    this.baseUrl = sandbox.geminiUrl();
    this.http = new Http(sandbox.geminiUrl(), client).headers("x-goog-api-key", "k");
  }

  Http http() {
    return http;
  }

  /** Creates a batch of well-formed requests and returns its name. */
  String create(String... keys) throws IOException {
    return name(http.post(CREATE, body(keys).toString()));
  }

  /** Creates a batch from a file and returns its name. */
  String createFrom(String file) throws IOException {
    return name(http.post(CREATE, fileBody(file).toString()));
  }

  Http.Reply retrieve(String name) throws IOException {
    return http.get("/v1beta/" + name);
  }

  Http.Reply cancel(String name) throws IOException {
    return http.post("/v1beta/" + name + ":cancel", "{}");
  }

  Http.Reply delete(String name) throws IOException {
    return http.delete("/v1beta/" + name);
  }

  Http.Reply download(String file) throws IOException {
    return http.get("/v1beta/" + file + ":download?alt=media");
  }

  /** Starts an upload and returns its URL. */
  Http.Reply start(String displayName, long size, String... moreHeaders) throws IOException {
    JsonObject file = new JsonObject();
    file.addProperty("displayName", displayName);
    JsonObject body = new JsonObject();
    body.add("file", file);
    Headers.Builder headers =
        new Headers.Builder()
            .add("x-goog-api-key", "k")
            .add("X-Goog-Upload-Protocol", "resumable")
            .add("X-Goog-Upload-Command", "start")
            .add("X-Goog-Upload-Header-Content-Length", Long.toString(size))
            .add("X-Goog-Upload-Header-Content-Type", "application/jsonl");
    Headers more = Headers.of(moreHeaders);
    for (String name : more.names()) headers.set(name, String.valueOf(more.get(name)));
    RequestBody json = RequestBody.create(body.toString(), Http.JSON);
    return http.send("POST", baseUrl + "/upload/v1beta/files", headers.build(), json);
  }

  /** Sends a chunk of an upload without a key. */
  Http.Reply chunk(String url, String command, long offset, RequestBody piece) throws IOException {
    Headers headers =
        Headers.of("X-Goog-Upload-Command", command, "X-Goog-Upload-Offset", Long.toString(offset));
    return http.send("POST", url, headers, piece);
  }

  Http.Reply chunk(String url, String command, long offset, String piece) throws IOException {
    return chunk(url, command, offset, RequestBody.create(piece.getBytes(StandardCharsets.UTF_8)));
  }

  Http.Reply query(String url) throws IOException {
    Headers headers = Headers.of("X-Goog-Upload-Command", "query");
    return http.send("POST", url, headers, RequestBody.EMPTY);
  }

  static String url(Http.Reply start) {
    return start.header("x-goog-upload-url");
  }

  /** Uploads a file in one request and returns its name. */
  String file(String content) throws IOException {
    int size = content.getBytes(StandardCharsets.UTF_8).length;
    String url = url(start("in.jsonl", size));
    Http.Reply reply = chunk(url, "upload, finalize", 0, content);
    return reply.json().getAsJsonObject("file").get("name").getAsString();
  }

  static JsonObject body(String... keys) {
    JsonArray items = new JsonArray();
    for (String key : keys) {
      JsonObject metadata = new JsonObject();
      metadata.addProperty("key", key);
      JsonObject item = new JsonObject();
      item.add("request", request("Hello " + key));
      item.add("metadata", metadata);
      items.add(item);
    }
    return body(items);
  }

  static JsonObject body(JsonArray items) {
    JsonObject requests = new JsonObject();
    requests.add("requests", items);
    JsonObject config = new JsonObject();
    config.add("requests", requests);
    return batch(config);
  }

  static JsonObject fileBody(String file) {
    JsonObject config = new JsonObject();
    config.addProperty("fileName", file);
    return batch(config);
  }

  private static JsonObject batch(JsonObject config) {
    JsonObject batch = new JsonObject();
    batch.addProperty("displayName", "demo");
    batch.add("inputConfig", config);
    JsonObject body = new JsonObject();
    body.add("batch", batch);
    return body;
  }

  static JsonObject request(String prompt) {
    return json("{'contents':[{'role':'user','parts':[{'text':'?'}]}]}".replace("?", prompt));
  }

  static String row(String key) {
    return "{\"key\":\"" + key + "\",\"request\":" + request("Hello " + key) + "}\n";
  }

  static String rows(String... keys) {
    StringBuilder rows = new StringBuilder();
    for (String key : keys) rows.append(row(key));
    return rows.toString();
  }

  /** Parses JSON with single quotes. */
  static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  static String name(Http.Reply reply) {
    return reply.json().get("name").getAsString();
  }

  static JsonObject metadata(Http.Reply reply) {
    return reply.json().getAsJsonObject("metadata");
  }

  static String state(Http.Reply reply) {
    return metadata(reply).get("state").getAsString();
  }

  static String stats(Http.Reply reply) {
    return metadata(reply).get("batchStats").toString();
  }

  static JsonArray items(JsonObject output) {
    return output.getAsJsonObject("inlinedResponses").getAsJsonArray("inlinedResponses");
  }

  /** The keys of the results in a response, in order. */
  static List<String> keys(Http.Reply ended) {
    List<String> keys = new ArrayList<>();
    for (JsonElement item : items(ended.json().getAsJsonObject("response"))) {
      JsonObject metadata = item.getAsJsonObject().getAsJsonObject("metadata");
      keys.add(metadata.get("key").getAsString());
    }
    return keys;
  }
}
