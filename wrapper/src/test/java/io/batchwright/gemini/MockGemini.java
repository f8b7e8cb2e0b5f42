package io.batchwright.gemini;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.client.gemini.api.BatchesApi;
import io.batchwright.client.gemini.api.FilesApi;
import io.batchwright.client.gemini.invoker.ApiClient;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.http.GeneratedCall;
import io.batchwright.internal.wait.Events;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.ScriptedServer;
import io.batchwright.testing.VirtualClock;

/** A mock of the provider, and clients for it. */
final class MockGemini extends ScriptedServer {
  static final String KEY = "AIza-hidden-0123456789";
  static final String PENDING =
      "{\"name\":\"batches/b1\",\"metadata\":{\"state\":\"BATCH_STATE_PENDING\"}}";

  private final VirtualClock timer = new VirtualClock();

  MockGemini() {
    super(PENDING);
  }

  VirtualClock timer() {
    return timer;
  }

  /** Starts building a client for this server whose pauses take no time. */
  Gemini.Builder builder() {
    return Gemini.builder().apiKey(KEY).baseUrl(url());
  }

  BatchClient client() {
    return client(builder());
  }

  BatchClient client(Gemini.Builder builder) {
    return new AdapterClient(
        Adapters.of(builder), new Events(BatchListener.NONE, Runnable::run, Runnable::run), timer);
  }

  /** Returns the ref of a batch of the clients. */
  BatchRef ref(String id) {
    return new BatchRef("gemini", id, url());
  }

  /** Opens the one batch. */
  BatchHandle open() {
    return client().open(ref("batches/b1"));
  }

  /** Returns the calls of a client at a server that does not exist. */
  static GeminiCalls calls(String key, String version) {
    ApiClient client = new ApiClient(GeneratedCall.BUILDER);
    client.setBasePath("http://127.0.0.1:9");
    client.setApiKey(key);
    return new GeminiCalls(new BatchesApi(client), new FilesApi(client), version);
  }

  /** Returns an operation; the members are JSON, the first of them those of the metadata. */
  static String operation(String metadata, String... members) {
    String rest = members.length == 0 ? "" : "," + String.join(",", members);
    return "{\"name\":\"batches/b1\",\"metadata\":{" + metadata + "}" + rest + "}";
  }

  /** Returns an ended operation with these inline results, which it contains twice. */
  static String succeeded(String... items) {
    String output =
        "{\"inlinedResponses\":{\"inlinedResponses\":[" + String.join(",", items) + "]}}";
    return operation(
        "\"state\":\"BATCH_STATE_SUCCEEDED\",\"output\":" + output,
        "\"done\":true",
        "\"response\":" + output);
  }

  /** Returns an inline result. */
  static String item(String key, String text) {
    return "{\"response\":" + response(text) + ",\"metadata\":{\"key\":\"" + key + "\"}}";
  }

  /** Returns the response to one request. */
  static String response(String text) {
    return "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\""
        + text
        + "\"}],\"role\":\"model\"}}],\"usageMetadata\":{\"promptTokenCount\":3,"
        + "\"candidatesTokenCount\":2}}";
  }
}
