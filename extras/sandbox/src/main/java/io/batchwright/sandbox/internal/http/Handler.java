package io.batchwright.sandbox.internal.http;

import java.io.IOException;

/** Answers requests; called by many threads. */
@FunctionalInterface
public interface Handler {
  /** Handles one request, whose body it must drain before it returns an {@link Answer}. */
  Reaction handle(Exchange exchange) throws IOException;
}
