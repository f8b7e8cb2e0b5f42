package io.batchwright.sandbox.internal;

/** How a provider writes one line of results. */
@FunctionalInterface
public interface LineForm {
  /**
   * The line without its end.
   *
   * @param payload the stored answer; empty if the request did not run or was scripted to fail
   * @param unknownFields whether to add a member that nobody knows
   */
  byte[] line(String customId, Outcome outcome, byte[] payload, boolean unknownFields);
}
