package io.batchwright.sandbox.internal.http;

/** What the client gets for a request. */
public sealed interface Reaction permits Answer, Reaction.Reset, Reaction.Silence {

  /** No answer, but a reset of the connection. */
  record Reset() implements Reaction {}

  /**
   * Nothing, until the client hangs up.
   *
   * @param begun runs when it has begun
   */
  record Silence(Runnable begun) implements Reaction {}
}
