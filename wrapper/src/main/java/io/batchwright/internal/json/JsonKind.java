package io.batchwright.internal.json;

/** The kinds of value in JSON. */
public enum JsonKind {
  /** An object. */
  OBJECT,
  /** An array. */
  ARRAY,
  /** A text. */
  TEXT,
  /** A number. */
  NUMBER,
  /** True. */
  TRUE,
  /** False. */
  FALSE,
  /** Null. */
  NULL
}
