package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.Position;
import io.batchwright.sandbox.internal.http.Content;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The results of a batch as lines, read from disk while they are sent. */
public final class Results implements Content {
  private final Batch batch;
  private final Script script;
  private final LineForm form;
  private final Part part;
  private final boolean extras;
  private final long shuffle;
  private boolean inOrder;

  /**
   * Creates the results.
   *
   * @param extras whether the scripted lines that belong to no request are included
   */
  public Results(Batch batch, LineForm form, Part part, boolean extras) {
    this.batch = batch;
    this.script = batch.script();
    this.form = form;
    this.part = part;
    this.extras = extras;
    this.shuffle = batch.nextShuffle();
  }

  /** These results in the order of the requests, unless the script shuffles them. */
  public Results inOrder() {
    inOrder = !script.has(Script.Trait.RESHUFFLE);
    return this;
  }

  /** Accepts one line after the other, without their ends. */
  @FunctionalInterface
  public interface Target {
    void add(byte[] line) throws IOException;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    Content content = Zipped.ifWanted(script, this::write);
    content.writeTo(sink);
  }

  private void write(BufferedSink sink) throws IOException {
    Lines lines = new Lines(sink, script);
    forEach(lines::add);
    lines.end();
  }

  /** Writes the lines one after the other. */
  public void forEach(Target lines) throws IOException {
    int[] order = order();
    bad(lines, Position.FIRST);
    for (int i = 0; i < order.length; i++) {
      if (i == order.length / 2) bad(lines, Position.MIDDLE);
      request(lines, order[i]);
    }
    if (extras) {
      for (String id : script.unknownIds()) lines.add(line(Entry.unrequested(id), Outcome.EXPIRED));
      for (String raw : script.rawLines()) lines.add(raw.getBytes(StandardCharsets.UTF_8));
    }
    bad(lines, Position.LAST);
  }

  private int[] order() throws IOException {
    int size = batch.results().size();
    int[] order = inOrder ? Order.sorted(size) : Order.shuffled(size, shuffle);
    if (part == Part.ALL) return order;
    int kept = 0;
    for (int i : order) {
      if (part.has(batch.outcome(i))) order[kept++] = i;
    }
    return Arrays.copyOf(order, kept);
  }

  private void bad(Target lines, Position position) throws IOException {
    if (extras && script.hasBadLine(position)) lines.add(form.badLine());
  }

  private void request(Target lines, int i) throws IOException {
    if (batch.isLost(i)) return;
    Entry entry = batch.results().entry(i);
    String id = entry.customId();
    Outcome outcome = batch.outcome(i, id);
    boolean stored = outcome == (batch.results().failed(i) ? Outcome.ERRORED : Outcome.SUCCEEDED);
    Entry shown = script.hidesId(id) ? entry.withoutName() : entry;
    byte[] line = line(stored ? shown : shown.withoutPayload(), outcome);
    for (int n = script.copies(id); n > 0; n--) lines.add(line);
  }

  private byte[] line(Entry entry, Outcome outcome) {
    return form.line(entry, outcome, script.has(Script.Trait.UNKNOWN_FIELDS));
  }
}
