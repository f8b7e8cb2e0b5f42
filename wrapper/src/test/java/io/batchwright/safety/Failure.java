package io.batchwright.safety;

import static io.batchwright.safety.Canaries.ANSWER;
import static io.batchwright.safety.Canaries.KEY;
import static io.batchwright.safety.Canaries.PROMPT;

import com.google.gson.JsonObject;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.SocketEffect;
import io.batchwright.sandbox.shaded.okio.Buffer;
import java.util.function.Supplier;

/**
 * Ways in which a server fails while it repeats what it received. Only a provider's own error
 * message is quoted, with the key masked, so it contains the key and nothing else.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum Failure {
  UNAUTHORIZED(() -> echo(401)),
  REFUSED(() -> echo(400)),
  NOT_FOUND(() -> echo(404)),
  CONFLICT(() -> echo(409)),
  RATE_LIMITED(() -> echo(429)),
  SERVER_ERROR(() -> echo(500)),
  OVERLOADED(() -> echo(529)),
  ERROR_IN_A_SUCCESS_RESPONSE(() -> echo(200)),
  FAILED_BATCH(() -> failed("id", "errors")),
  FAILED_OPERATION(() -> failed("name", "error")),
  PAGE_OF_A_PROXY(() -> whole(502, "<html>" + all() + "</html>")),
  REDIRECT(() -> whole(307, all()).addHeader("Location", "https://elsewhere.example/?" + KEY)),
  NO_JSON(() -> whole(200, all())),
  BROKEN_JSON(() -> whole(200, "{\"id\":\"b\",\"x\":" + all() + "}")),
  BROKEN_OFF_JSON(() -> whole(200, "{\"id\":\"b\",\"name\":\"batches/b\",\"x\":\"" + all())),
  OTHER_KINDS(() -> whole(200, kinds().toString())),
  TOO_DEEP(() -> whole(200, "{\"x\":\"" + PROMPT + "\",\"y\":" + "[".repeat(5000))),
  CUT_OFF(() -> cut(200, all().repeat(900))),
  CUT_OFF_LINES(() -> cut(200, "{\"custom_id\":\"request-1\",\"x\":\"" + ANSWER + "\n".repeat(9))),
  LONGER_THAN_ITS_LENGTH(() -> whole(200, "{}\n" + all()).setHeader("Content-Length", 3)),
  NO_STATUS_LINE(() -> whole(200, all()).status(all())),
  NO_SIZE_OF_A_CHUNK(() -> chunked(all() + "\r\n")),
  NO_EXTENSION_OF_A_CHUNK(() -> chunked("5 " + all() + "\r\n")),
  NO_GZIP(() -> whole(200, all()).addHeader("Content-Encoding", "gzip")),
  NO_RESPONSE(() -> whole(200, "").onResponseStart(new SocketEffect.CloseSocket()));

  private final Supplier<MockResponse.Builder> response;

  Failure(Supplier<MockResponse.Builder> response) {
    this.response = response;
  }

  MockResponse response() {
    return response.get().build();
  }

  private static String all() {
    return KEY + "\n" + PROMPT + "\n" + ANSWER;
  }

  /** An error in the formats of all providers. */
  private static MockResponse.Builder echo(int status) {
    JsonObject error = new JsonObject();
    error.addProperty("type", "wrong " + KEY);
    error.addProperty("status", "wrong " + KEY);
    error.addProperty("code", "wrong " + KEY);
    error.addProperty("message", "There is no " + KEY + " that is known");
    error.addProperty("param", PROMPT);
    error.addProperty("details", ANSWER);
    JsonObject body = kinds();
    body.addProperty("type", "error");
    body.addProperty("request_id", "req " + KEY);
    body.add("error", error);
    return whole(status, body.toString())
        .addHeader("request-id", KEY)
        .addHeader("x-request-id", KEY);
  }

  /** A batch that failed as a whole. */
  private static MockResponse.Builder failed(String id, String errors) {
    JsonObject error = new JsonObject();
    error.addProperty("message", "There is no " + KEY + " that is known");
    error.addProperty("details", PROMPT);
    JsonObject metadata = new JsonObject();
    metadata.addProperty("state", "BATCH_STATE_FAILED");
    metadata.addProperty("displayName", ANSWER);
    JsonObject body = new JsonObject();
    body.addProperty(id, "batches/b");
    body.addProperty("status", "failed");
    body.addProperty("done", true);
    body.add("metadata", metadata);
    body.add(errors, error);
    return whole(200, body.toString());
  }

  /** Members of any batch or file, all with invalid values. */
  private static JsonObject kinds() {
    JsonObject inner = new JsonObject();
    inner.addProperty(PROMPT, KEY);
    inner.addProperty("name", ANSWER);
    JsonObject body = new JsonObject();
    body.add("id", inner);
    body.add("status", inner);
    body.add("processing_status", inner);
    body.add("metadata", inner);
    body.add("response", inner);
    body.add("data", inner);
    body.addProperty("output_file_id", 7);
    body.addProperty("results_url", ANSWER);
    body.addProperty("name", PROMPT);
    return body;
  }

  private static MockResponse.Builder whole(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .body(body)
        .addHeader("Content-Type", "application/json")
        .addHeader("Retry-After", "1");
  }

  private static MockResponse.Builder cut(int status, String body) {
    return whole(status, body)
        .setHeader("Content-Type", "application/x-ndjson")
        .addHeaderLenient("ETag", PROMPT + "\u00e9")
        .onResponseBody(new SocketEffect.CloseSocket());
  }

  private static MockResponse.Builder chunked(String wire) {
    return new MockResponse.Builder()
        .body(new Buffer().writeUtf8(wire))
        .removeHeader("Content-Length")
        .setHeader("Transfer-Encoding", "chunked");
  }
}
