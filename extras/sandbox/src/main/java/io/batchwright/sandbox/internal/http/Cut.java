package io.batchwright.sandbox.internal.http;

/** Where a body is broken off, and what follows. */
public record Cut(long bytes, End end) {

  /** What follows a cut. */
  public enum End {
    /** The connection is closed although the framing promises more. */
    DISCONNECT,
    /** The framing says that all was sent. */
    COMPLETE,
    /** Nothing, until the client hangs up. */
    STALL
  }
}
