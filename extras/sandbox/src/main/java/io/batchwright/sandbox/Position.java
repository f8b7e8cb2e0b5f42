package io.batchwright.sandbox;

/** A place in the stream of results. */
public enum Position {
  /** Before the first line. */
  FIRST,
  /** Half way. */
  MIDDLE,
  /** After the last line. */
  LAST
}
