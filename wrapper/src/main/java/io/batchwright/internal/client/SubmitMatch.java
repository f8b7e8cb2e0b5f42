package io.batchwright.internal.client;

/** How well a listed batch fits a submit that failed. */
public enum SubmitMatch {
  /** It is another batch. */
  NONE,
  /** It has the right size, and no mark that would make it certain. */
  POSSIBLE,
  /** It has the attempt's own mark. */
  CERTAIN
}
