package io.batchwright.internal.requests;

/**
 * What was found in one request.
 *
 * @param kind what follows from it
 * @param message the rule and what to do, without content
 */
public record Finding(Kind kind, String message) {
  /** What follows from a finding. */
  public enum Kind {
    /** The request is refused for what is wrong in its own line. */
    LINE,
    /** The request is refused for what may be wrong in every line alike. */
    RULE,
    /** The request is sent, and the provider ignores or mishandles a part of it. */
    WARNING
  }
}
