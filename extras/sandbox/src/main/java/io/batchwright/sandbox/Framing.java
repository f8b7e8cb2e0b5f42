package io.batchwright.sandbox;

/** How an HTTP response marks the end of its body. */
public enum Framing {
  /** In chunks, with a last chunk of length zero. */
  CHUNKED,
  /** By a {@code Content-Length}. */
  LENGTH,
  /** By closing the connection, so that a truncated body cannot be told from a complete one. */
  CLOSE
}
