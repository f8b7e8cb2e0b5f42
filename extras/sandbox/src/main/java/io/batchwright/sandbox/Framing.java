package io.batchwright.sandbox;

/** How an HTTP answer tells its reader where the body ends. */
public enum Framing {
  /** In chunks, with a last chunk of length zero. */
  CHUNKED,
  /** By a {@code Content-Length}. */
  LENGTH,
  /** By closing the connection, so that a lost rest cannot be told from an end. */
  CLOSE
}
