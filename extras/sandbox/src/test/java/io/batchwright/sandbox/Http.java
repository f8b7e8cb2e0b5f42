package io.batchwright.sandbox;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.MediaType;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.Request;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import io.batchwright.sandbox.shaded.okhttp3.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that adds only the headers. */
final class Http {
  static final MediaType JSON = MediaType.get("application/json");
  static final String BATCHES = "/v1/messages/batches";

  private final OkHttpClient client;
  private final String baseUrl;
  private Headers headers = Headers.of("x-api-key", "k", "anthropic-version", "2023-06-01");

  Http(Sandbox sandbox) {
    this(sandbox, patient());
  }

  Http(Sandbox sandbox, OkHttpClient client) {
    this(sandbox.anthropicUrl(), client);
  }

  Http(String baseUrl) {
    this(baseUrl, patient());
  }

  Http(String baseUrl, OkHttpClient client) {
    this.baseUrl = baseUrl;
    this.client = client;
  }

  /** A client whose timeouts are long enough for any machine. */
  static OkHttpClient patient() {
    Duration timeout = Duration.ofMinutes(2);
    return new OkHttpClient.Builder().readTimeout(timeout).writeTimeout(timeout).build();
  }

  Http headers(String... namesAndValues) {
    headers = Headers.of(namesAndValues);
    return this;
  }

  /** A response that was read to its end. */
  record Reply(int status, Headers headers, String body) {
    JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }

    String errorType() {
      return json().getAsJsonObject("error").get("type").getAsString();
    }

    String errorMessage() {
      return json().getAsJsonObject("error").get("message").getAsString();
    }

    String header(String name) {
      return String.valueOf(headers.get(name));
    }

    List<String> lines() {
      return body.lines().toList();
    }
  }

  Reply get(String path) throws IOException {
    return send("GET", path, null);
  }

  Reply delete(String path) throws IOException {
    return send("DELETE", path, null);
  }

  Reply post(String path, String body) throws IOException {
    return send("POST", path, RequestBody.create(body, JSON));
  }

  Reply send(String method, String path, @Nullable RequestBody body) throws IOException {
    return send(method, baseUrl + path, headers, body);
  }

  /** Sends a request to an absolute URL with only these headers. */
  Reply send(String method, String url, Headers only, @Nullable RequestBody body)
      throws IOException {
    Request request = new Request.Builder().url(url).headers(only).method(method, body).build();
    try (Response response = client.newCall(request).execute()) {
      return new Reply(response.code(), response.headers(), response.body().string());
    }
  }

  /** Creates a batch of well-formed requests and returns its id. */
  String create(String... customIds) throws IOException {
    return post(BATCHES, requests(customIds)).json().get("id").getAsString();
  }

  Reply retrieve(String id) throws IOException {
    return get(BATCHES + "/" + id);
  }

  Reply results(String id) throws IOException {
    return get(BATCHES + "/" + id + "/results");
  }

  Reply cancel(String id) throws IOException {
    return send("POST", BATCHES + "/" + id + "/cancel", RequestBody.EMPTY);
  }

  static String requests(String... customIds) {
    JsonArray requests = new JsonArray();
    for (String customId : customIds) requests.add(request(customId, params("Hello " + customId)));
    return body(requests);
  }

  static String body(JsonArray requests) {
    JsonObject body = new JsonObject();
    body.add("requests", requests);
    return body.toString();
  }

  static JsonObject request(String customId, JsonObject params) {
    JsonObject request = new JsonObject();
    request.addProperty("custom_id", customId);
    request.add("params", params);
    return request;
  }

  static JsonObject params(String prompt) {
    return JsonParser.parseString(
            "{'model':'claude-haiku-4-5','max_tokens':64,'messages':[{'role':'user','content':'?'}]}"
                .replace('\'', '"')
                .replace("?", prompt))
        .getAsJsonObject();
  }
}
