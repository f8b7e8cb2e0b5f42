package io.batchwright.anthropic;

import io.batchwright.BatchClient;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.internal.handle.ProviderClient;
import io.batchwright.testing.PromptSockets;
import io.batchwright.testing.VirtualTimer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** A server whose every answer is the same until the test sets another, and clients of it. */
final class MockAnthropic implements AutoCloseable {
  static final String KEY = "sk-ant-hidden-0123456789";
  static final String RUNNING = "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}";

  private final MockWebServer server = new MockWebServer();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final VirtualTimer timer = new VirtualTimer();
  private volatile Function<RecordedRequest, MockResponse> script =
      request -> response(200, RUNNING);

  MockAnthropic() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getFailure() == null) {
              requests.add(request);
            }
            return script.apply(request);
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an answer; the headers are names and values in turn. */
  static MockResponse response(int status, String body, String... headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
    for (int i = 0; i < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    return response.build();
  }

  /** Gives the body of a request as text. */
  static String body(RecordedRequest request) {
    ByteString body = request.getBody();
    return body == null ? "" : body.utf8();
  }

  /** Sets the answer from now on. */
  void answer(int status, String body, String... headers) {
    answer(response(status, body, headers));
  }

  /** Sets the answer from now on. */
  void answer(MockResponse response) {
    script(request -> response);
  }

  /** Sets how to answer from now on. */
  void script(Function<RecordedRequest, MockResponse> answers) {
    script = answers;
  }

  String url() {
    return server.url("/").toString();
  }

  VirtualTimer timer() {
    return timer;
  }

  /** Gives what was asked whole; a request that broke off is not among it. */
  List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Begins a client of this server. */
  Anthropic.Builder builder() {
    return Anthropic.builder().apiKey(KEY).baseUrl(url());
  }

  /** Makes a client whose pauses take no time. */
  BatchClient client() {
    return client(builder());
  }

  BatchClient client(Anthropic.Builder builder) {
    return client(builder, BatchListener.NONE);
  }

  BatchClient client(Anthropic.Builder builder, BatchListener listener) {
    return ProviderClient.of(builder.buildProvider(), listener, Runnable::run, timer);
  }

  /** Names a batch of the clients. */
  BatchRef ref(String id) {
    return new BatchRef("anthropic", id, url());
  }

  @Override
  public void close() {
    server.close();
  }
}
