package io.batchwright.internal.client;

/** How well a listed batch fits a failed try to submit. */
public enum SubmitMatch {
  /** It is another batch. */
  NONE,
  /** It has the right size, and bears no mark to be sure by. */
  POSSIBLE,
  /** It bears the attempt's own mark. */
  CERTAIN
}
