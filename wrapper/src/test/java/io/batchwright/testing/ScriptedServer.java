package io.batchwright.testing;

import io.batchwright.sandbox.shaded.mockwebserver3.Dispatcher;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.MockWebServer;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.sandbox.shaded.okio.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server that sends the same response until the test sets another. Thread-safe. */
public class ScriptedServer implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final PromptSockets sockets = new PromptSockets();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private volatile Function<RecordedRequest, MockResponse> script;

  /** Starts a server with this response. */
  public ScriptedServer(String reply) {
    script = request -> response(200, reply);
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
    server.setServerSocketFactory(sockets);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a response; the headers are names and values in turn. */
  public static MockResponse response(int status, String body, String... headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
    for (int i = 0; i < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    return response.build();
  }

  /** Returns the body of a request as text. */
  public static String body(RecordedRequest request) {
    ByteString body = request.getBody();
    return body == null ? "" : body.utf8();
  }

  /** Sets the response from now on. */
  public final void respond(int status, String body, String... headers) {
    respond(response(status, body, headers));
  }

  /** Sets the response from now on. */
  public final void respond(MockResponse response) {
    script(request -> response);
  }

  /** Sets the handler from now on. */
  public final void script(Function<RecordedRequest, MockResponse> responses) {
    script = responses;
  }

  /** Returns the base URL, with a trailing slash. */
  public final String url() {
    return server.url("/").toString();
  }

  /** Returns the complete requests; aborted ones are not included. */
  public final List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Returns the server's side of the connections. */
  public final PromptSockets sockets() {
    return sockets;
  }

  @Override
  public final void close() {
    server.close();
  }
}
