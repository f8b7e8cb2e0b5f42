package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.mockwebserver3.Dispatcher;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.MockWebServer;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.sandbox.shaded.mockwebserver3.SocketEffect;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Passes requests to a {@link Handler}, streams their bodies and empties MockWebServer's record.
 */
final class HandlerDispatcher extends Dispatcher {
  private static final System.Logger LOG =
      System.getLogger(HandlerDispatcher.class.getPackageName());
  private static final MockResponse HEAD_ONLY =
      new MockResponse.Builder().doNotReadRequestBody().build();
  private static final MockResponse NOTHING =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  private final MockWebServer server;
  private final Handler handler;

  HandlerDispatcher(MockWebServer server, Handler handler) {
    this.server = server;
    this.handler = handler;
  }

  @Override
  public MockResponse peek() {
    return HEAD_ONLY;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    // Aborted requests are recorded too but never dispatched, hence more than one.
    RecordedRequest recorded;
    do {
      recorded = server.takeRequest(0, TimeUnit.NANOSECONDS);
    } while (recorded != null);
    Connection connection = Connection.current();
    try {
      return respond(request, connection);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "A client aborted its request");
      return abandon(connection);
    }
  }

  private MockResponse respond(RecordedRequest request, Connection connection) throws IOException {
    Headers headers = request.getHeaders();
    Exchange exchange =
        new Exchange(
            request.getMethod(),
            request.getUrl(),
            request.getTarget(),
            headers,
            connection.body(headers));
    Reaction reaction = reaction(exchange);
    if (reaction instanceof Response response) return ResponseBody.response(response);
    if (reaction instanceof Reaction.NoResponse silence) {
      silence.begun().run();
      connection.awaitHangUp();
      return NOTHING;
    }
    return abandon(connection);
  }

  /** An exception from this method would leave the client without a response for ever. */
  private Reaction reaction(Exchange exchange) throws IOException {
    try {
      return handler.handle(exchange);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The sandbox failed at " + exchange.method(), e);
      exchange.drain();
      return Response.of(500, Headers.of(), new byte[0]);
    }
  }

  private static MockResponse abandon(Connection connection) {
    try {
      connection.reset();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The connection was already closed");
    }
    return NOTHING;
  }
}
