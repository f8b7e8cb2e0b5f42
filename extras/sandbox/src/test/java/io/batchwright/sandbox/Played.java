package io.batchwright.sandbox;

import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;

/** The result line of one request with a given reply, for each provider. */
final class Played {
  private Played() {}

  private static Sandbox sandbox(SandboxReply reply) {
    return Sandbox.builder().batchTime(Duration.ZERO).replies(request -> reply).start();
  }

  static JsonObject anthropic(SandboxReply reply) throws IOException {
    try (Sandbox sandbox = sandbox(reply)) {
      Http http = new Http(sandbox);
      return line(http.results(http.create("a")));
    }
  }

  /** The message of a succeeded line from Anthropic. */
  static JsonObject message(SandboxReply reply) throws IOException {
    return anthropic(reply).getAsJsonObject("result").getAsJsonObject("message");
  }

  /** The value of {@code response} of a chat completion. */
  static JsonObject chat(Dialect dialect, SandboxReply reply) throws IOException {
    try (Sandbox sandbox = sandbox(reply)) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String id = http.create("number-a");
      boolean failed = http.retrieve(id).json().get("error_file_id").toString().length() > 4;
      return line(failed ? http.errors(id) : http.output(id)).getAsJsonObject("response");
    }
  }

  /** The only choice of a chat completion. */
  static JsonObject choice(Dialect dialect, SandboxReply reply) throws IOException {
    return body(chat(dialect, reply)).getAsJsonArray("choices").get(0).getAsJsonObject();
  }

  static JsonObject body(JsonObject response) {
    return response.getAsJsonObject("body");
  }

  /** The body for an endpoint of OpenAI or Zhipu. */
  static JsonObject body(Dialect dialect, String endpoint, String request, SandboxReply reply)
      throws IOException {
    try (Sandbox sandbox = sandbox(reply)) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      JsonObject line = new JsonObject();
      line.addProperty("custom_id", "number-a");
      line.addProperty("method", "POST");
      line.addProperty("url", endpoint);
      line.add("body", JsonParser.parseString(request.replace('\'', '"')));
      JsonObject create = dialect.create(http.file(line.toString()));
      create.addProperty("endpoint", endpoint);
      String id = DialectHttp.id(http.http().post("/batches", create.toString()));
      return body(line(http.output(id)).getAsJsonObject("response"));
    }
  }

  /** An inline result from Gemini. */
  static JsonObject gemini(SandboxReply reply) throws IOException {
    try (Sandbox sandbox = sandbox(reply)) {
      GeminiHttp http = new GeminiHttp(sandbox);
      return items(http.retrieve(http.create("a"))).get(0).getAsJsonObject();
    }
  }

  /** The response of an inline result from Gemini. */
  static JsonObject response(SandboxReply reply) throws IOException {
    return gemini(reply).getAsJsonObject("response");
  }

  static JsonArray items(Http.Reply operation) {
    return operation
        .json()
        .getAsJsonObject("response")
        .getAsJsonObject("inlinedResponses")
        .getAsJsonArray("inlinedResponses");
  }

  private static JsonObject line(Http.Reply lines) {
    return JsonParser.parseString(lines.lines().get(0)).getAsJsonObject();
  }
}
