package io.batchwright.sandbox.internal;

import java.nio.charset.StandardCharsets;

/** Writes one line of results in the format of a provider. */
@FunctionalInterface
public interface LineForm {
  /**
   * Returns the line without its end.
   *
   * @param entry the stored result, without payload if the request did not run or was scripted to
   *     fail
   * @param unknownFields whether to add an undocumented member
   */
  byte[] line(Entry entry, Outcome outcome, boolean unknownFields);

  /** A malformed line. */
  default byte[] badLine() {
    return "{\"custom_id\":\"broken\",\"res".getBytes(StandardCharsets.UTF_8);
  }
}
