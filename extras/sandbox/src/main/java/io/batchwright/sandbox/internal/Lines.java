package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.shaded.okio.BufferedSink;
import java.io.IOException;

/** Separates lines as scripted. */
final class Lines {
  private final BufferedSink sink;
  private final Script script;
  private boolean any;

  Lines(BufferedSink sink, Script script) {
    this.sink = sink;
    this.script = script;
  }

  void add(byte[] line) throws IOException {
    if (any) newline();
    sink.write(line);
    any = true;
  }

  void end() throws IOException {
    if (any && !script.has(Script.Trait.NO_FINAL_NEWLINE)) newline();
  }

  private void newline() throws IOException {
    if (script.has(Script.Trait.CRLF)) {
      sink.writeByte('\r');
      sink.flush(); // ends the chunk
    }
    sink.writeByte('\n');
  }
}
