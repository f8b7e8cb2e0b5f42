package io.batchwright.sandbox.internal.http;

/**
 * Where a body is broken off, and what follows.
 *
 * @param reached runs when everything before it is on its way
 */
public record Cut(long bytes, End end, Runnable reached) {
  /** A cut that nobody wants to hear of. */
  public Cut(long bytes, End end) {
    this(bytes, end, () -> {});
  }

  /** What follows a cut. */
  public enum End {
    /** The connection is closed although the framing promises more. */
    DISCONNECT,
    /** The connection is reset. */
    RESET,
    /** The framing says that all was sent. */
    COMPLETE,
    /** Nothing, until the client hangs up. */
    STALL
  }
}
