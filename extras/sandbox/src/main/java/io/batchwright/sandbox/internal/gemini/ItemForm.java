package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Entry;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.LineForm;
import io.batchwright.sandbox.internal.Outcome;
import io.batchwright.sandbox.internal.Script;
import java.nio.charset.StandardCharsets;

/** Writes the results of an inline batch: items of a list. */
record ItemForm(Script script) implements LineForm {

  @Override
  public byte[] line(Entry entry, Outcome outcome, boolean unknownFields) {
    String item = "{" + ResultMember.of(entry, outcome, script) + metadata(entry) + "}";
    return (unknownFields ? Json.withUnknown(item) : item).getBytes(StandardCharsets.UTF_8);
  }

  /** The request's own metadata; omitted if the request has none. */
  private String metadata(Entry entry) {
    if (script.has(Script.Trait.WITHOUT_KEYS)) return "";
    if (entry.isUnrequested())
      return ",\"metadata\":{\"key\":" + Json.quoted(entry.customId()) + "}";
    if (entry.echo().length == 0) return "";
    return ",\"metadata\":" + new String(entry.echo(), StandardCharsets.UTF_8);
  }

  /** The list as a whole must remain valid JSON. */
  @Override
  public byte[] badLine() {
    return "\"no object\"".getBytes(StandardCharsets.UTF_8);
  }
}
