package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Reaction;
import io.batchwright.sandbox.internal.http.Response;
import java.io.IOException;

/** Replaces the usual handling of a request. */
@FunctionalInterface
interface Fault {
  Reaction react(Context context) throws IOException;

  /**
   * The request and its usual handler.
   *
   * @param refuseConnections makes the sandbox refuse connections from then on
   */
  record Context(
      Provider provider, Operation operation, Exchange exchange, Runnable refuseConnections) {

    /** Handles the request and returns the response that would have been sent. */
    Response process() throws IOException {
      Response response = provider.respond(operation, exchange);
      exchange.drain();
      return response;
    }
  }
}
