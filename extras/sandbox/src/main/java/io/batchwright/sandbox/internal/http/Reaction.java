package io.batchwright.sandbox.internal.http;

/** What the client receives for a request. */
public sealed interface Reaction permits Response, Reaction.Reset, Reaction.NoResponse {

  /** No response, but a reset of the connection. */
  record Reset() implements Reaction {}

  /**
   * Nothing, until the client closes the connection.
   *
   * @param begun runs when the request has been read
   */
  record NoResponse(Runnable begun) implements Reaction {}
}
