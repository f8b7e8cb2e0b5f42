package io.batchwright.sandbox.internal.http;

import java.io.IOException;

/** Handles requests on many threads. */
@FunctionalInterface
public interface Handler {
  /** Handles one request, whose body it must drain before it returns a {@link Response}. */
  Reaction handle(Exchange exchange) throws IOException;
}
