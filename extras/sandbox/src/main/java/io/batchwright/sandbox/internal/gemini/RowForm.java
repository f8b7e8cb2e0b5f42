package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Entry;
import io.batchwright.sandbox.internal.Json;
import io.batchwright.sandbox.internal.LineForm;
import io.batchwright.sandbox.internal.Outcome;
import io.batchwright.sandbox.internal.Script;
import java.nio.charset.StandardCharsets;

/** Writes lines of a results file. The order of their members varies. */
record RowForm(Script script) implements LineForm {

  @Override
  public byte[] line(Entry entry, Outcome outcome, boolean unknownFields) {
    String member = ResultMember.of(entry, outcome, script);
    String key = key(entry);
    String both =
        key.isEmpty() ? member : keyIsFirst(entry) ? key + "," + member : member + "," + key;
    String row = "{" + both + "}";
    return (unknownFields ? Json.withUnknown(row) : row).getBytes(StandardCharsets.UTF_8);
  }

  private String key(Entry entry) {
    if (script.has(Script.Trait.WITHOUT_KEYS)) return "";
    if (entry.isUnrequested()) return "\"key\":" + Json.quoted(entry.customId());
    if (entry.echo().length == 0) return "";
    return "\"key\":" + new String(entry.echo(), StandardCharsets.UTF_8);
  }

  private static boolean keyIsFirst(Entry entry) {
    return (entry.customId().hashCode() & 1) == 0;
  }

  @Override
  public byte[] badLine() {
    return "{\"key\":\"broken\",\"res".getBytes(StandardCharsets.UTF_8);
  }
}
