package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.internal.http.Content;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.GzipSink;
import io.batchwright.sandbox.shaded.okio.Okio;
import java.io.IOException;

/** A body that is compressed while it is written. */
public record Zipped(Content content) implements Content {

  /** The body, compressed if scripted. */
  public static Content ifWanted(Script script, Content content) {
    return script.has(Script.Trait.GZIP) ? new Zipped(content) : content;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (BufferedSink zipped = Okio.buffer(new GzipSink(new UnclosedSink(sink)))) {
      content.writeTo(zipped);
    }
  }
}
