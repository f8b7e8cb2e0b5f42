package io.batchwright.sandbox.internal;

import java.nio.charset.StandardCharsets;

/** How a provider writes one line of results. */
@FunctionalInterface
public interface LineForm {
  /**
   * The line without its end.
   *
   * @param entry the stored answer, without payload if the request did not run or was scripted to
   *     fail
   * @param unknownFields whether to add a member that nobody knows
   */
  byte[] line(Entry entry, Outcome outcome, boolean unknownFields);

  /** A line that nobody can read. */
  default byte[] badLine() {
    return "{\"custom_id\":\"broken\",\"res".getBytes(StandardCharsets.UTF_8);
  }
}
