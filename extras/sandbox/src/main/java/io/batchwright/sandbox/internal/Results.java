package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.Position;
import io.batchwright.sandbox.internal.http.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

/** The results of a batch as lines, read from disk while they are sent. */
public final class Results implements Content {
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] BAD =
      "{\"custom_id\":\"broken\",\"res".getBytes(StandardCharsets.UTF_8);

  private final Batch batch;
  private final Script script;
  private final LineForm form;
  private final Part part;
  private final boolean extras;
  private final long shuffle;

  /**
   * Makes the results.
   *
   * @param extras whether the lines that no request has, as the script wants them, are among these
   */
  public Results(Batch batch, LineForm form, Part part, boolean extras) {
    this.batch = batch;
    this.script = batch.script();
    this.form = form;
    this.part = part;
    this.extras = extras;
    this.shuffle = batch.nextShuffle();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    if (!script.has(Script.Trait.GZIP)) {
      write(sink);
      return;
    }
    try (BufferedSink zipped = Okio.buffer(new GzipSink(new UnclosedSink(sink)))) {
      write(zipped);
    }
  }

  private void write(BufferedSink sink) throws IOException {
    Lines lines = new Lines(sink, script);
    int[] order = order();
    bad(lines, Position.FIRST);
    for (int i = 0; i < order.length; i++) {
      if (i == order.length / 2) bad(lines, Position.MIDDLE);
      request(lines, order[i]);
    }
    if (extras) {
      for (String id : script.strangers()) lines.add(line(id, Outcome.EXPIRED, NOTHING));
      for (String raw : script.rawLines()) lines.add(raw.getBytes(StandardCharsets.UTF_8));
    }
    bad(lines, Position.LAST);
    lines.end();
  }

  private int[] order() throws IOException {
    int[] order = Order.shuffled(batch.answers().size(), shuffle);
    if (part == Part.ALL) return order;
    int kept = 0;
    for (int i : order) {
      if (part.has(batch.outcome(i))) order[kept++] = i;
    }
    return Arrays.copyOf(order, kept);
  }

  private void bad(Lines lines, Position position) throws IOException {
    if (extras && script.hasBadLine(position)) lines.add(BAD);
  }

  private void request(Lines lines, int i) throws IOException {
    Answers.Entry entry = batch.answers().entry(i);
    String id = entry.customId();
    Outcome outcome = batch.outcome(i, id);
    boolean stored = outcome == (batch.answers().failed(i) ? Outcome.ERRORED : Outcome.SUCCEEDED);
    byte[] line = line(id, outcome, stored ? entry.payload() : NOTHING);
    for (int n = script.copies(id); n > 0; n--) lines.add(line);
  }

  private byte[] line(String customId, Outcome outcome, byte[] payload) {
    return form.line(customId, outcome, payload, script.has(Script.Trait.UNKNOWN_FIELDS));
  }
}
