package io.batchwright.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** A client of Gemini's protocol that knows the key and nothing else. */
final class GeminiHttp {
  static final String MODEL = "gemini-2.5-flash";
  static final String CREATE = "/v1beta/models/" + MODEL + ":batchGenerateContent";

  private final Http http;

  GeminiHttp(Sandbox sandbox) {
    this(sandbox, new OkHttpClient());
  }

  GeminiHttp(Sandbox sandbox, OkHttpClient client) {
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

  /** Reads JSON whose quotes are single. */
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

  /** The keys of the results in an answer, in their order. */
  static List<String> keys(Http.Reply ended) {
    List<String> keys = new ArrayList<>();
    for (JsonElement item : items(ended.json().getAsJsonObject("response"))) {
      JsonObject metadata = item.getAsJsonObject().getAsJsonObject("metadata");
      keys.add(metadata.get("key").getAsString());
    }
    return keys;
  }
}
