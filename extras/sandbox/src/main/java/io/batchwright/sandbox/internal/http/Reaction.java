package io.batchwright.sandbox.internal.http;

/** What the client gets for a request. */
public sealed interface Reaction permits Answer, Reaction.Reset {

  /** No answer, but a reset of the connection. */
  record Reset() implements Reaction {}
}
