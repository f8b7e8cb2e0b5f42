package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.http.Exchange;

/** Where the client found the sandbox, which need not be what the sandbox calls itself. */
final class Address {
  private Address() {}

  /** The base URL as the client wrote it. */
  static String of(Exchange exchange) {
    return server(exchange) + "/" + exchange.url().pathSegments().get(0);
  }

  /** The path of this request as an absolute URL. */
  static String ofPath(Exchange exchange) {
    return server(exchange) + exchange.url().encodedPath();
  }

  private static String server(Exchange exchange) {
    return "http://" + exchange.headers().get("Host");
  }
}
