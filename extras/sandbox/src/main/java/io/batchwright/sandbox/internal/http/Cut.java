package io.batchwright.sandbox.internal.http;

/**
 * Where a body is cut, and what follows.
 *
 * @param reached runs when everything before the cut has been sent
 */
public record Cut(long bytes, End end, Runnable reached) {
  /** A cut without a callback. */
  public Cut(long bytes, End end) {
    this(bytes, end, () -> {});
  }

  /** What follows a cut. */
  public enum End {
    /** The connection is closed before the end that the framing announced. */
    DISCONNECT,
    /** The connection is reset. */
    RESET,
    /** The framing declares the cut body complete. */
    COMPLETE,
    /** Nothing, until the client closes the connection. */
    STALL
  }
}
