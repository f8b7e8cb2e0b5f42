package io.batchwright.sandbox;

/** A position in the stream of results. */
public enum Position {
  /** Before the first line. */
  FIRST,
  /** Halfway. */
  MIDDLE,
  /** After the last line. */
  LAST
}
