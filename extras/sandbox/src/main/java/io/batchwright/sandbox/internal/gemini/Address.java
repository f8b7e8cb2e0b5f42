package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.http.Exchange;

/**
 * The address under which the client reached the sandbox, which may differ from the sandbox's own
 * URL.
 */
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
