package io.batchwright.recorder;

import io.batchwright.BatchClient;
import io.batchwright.BatchListener;
import io.batchwright.BatchResults;
import io.batchwright.sandbox.SandboxCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The record of one test, or of one of its sandboxes: a heading, then a line per call, event and
 * request. Does nothing unless a folder for records is set. Thread-safe.
 */
public final class Recording {
  private static final @Nullable String FOLDER = System.getProperty("recorder.folder");
  private static final ThreadLocal<String> TEST = new ThreadLocal<>();
  private static final Map<String, Integer> HEADINGS = new ConcurrentHashMap<>();

  private final Thread thread = Thread.currentThread();
  private final List<String> lines = new ArrayList<>();
  private final LongSupplier nanos;
  private final Wrapping wrapping = new Wrapping(this);
  private boolean ended;

  private Recording(LongSupplier nanos) {
    this.nanos = nanos;
    if (FOLDER != null) {
      String test = Objects.requireNonNull(TEST.get(), "no test was named on this thread");
      int count = HEADINGS.merge(test, 1, Integer::sum);
      lines.add("== " + test + (count == 1 ? "" : " #" + count));
    }
  }

  /** Sets the name of the test that runs on this thread. */
  public static void nameTest(String name) {
    TEST.set(name);
  }

  /**
   * Starts the record of the test that runs on this thread.
   *
   * @param nanos the test's clock
   */
  public static Recording begin(LongSupplier nanos) {
    return new Recording(nanos);
  }

  /** Returns the client with its calls recorded, and those of the objects that it returns. */
  public BatchClient client(BatchClient client) {
    return FOLDER == null ? client : (BatchClient) wrapping.wrap(client);
  }

  public BatchListener listener(BatchListener listener) {
    return FOLDER == null ? listener : (BatchListener) wrapping.wrap(listener);
  }

  public BatchResults results(BatchResults results) {
    return FOLDER == null ? results : (BatchResults) wrapping.wrap(results);
  }

  /** Adds a line; those of other threads are marked, because their order varies. */
  public synchronized void add(String line) {
    String mark = Thread.currentThread() == thread ? "" : "~ ";
    lines.add(mark + "%.3f ".formatted(nanos.getAsLong() / 1e9) + line);
    if (ended) {
      write();
    }
  }

  /** Returns the number of lines so far. */
  synchronized int size() {
    return lines.size();
  }

  /** Ends the record with the requests that were received and the pauses that were slept. */
  public synchronized void end(List<SandboxCall> received, List<Duration> sleeps) {
    if (FOLDER == null || ended) {
      return;
    }
    for (SandboxCall call : received) {
      List<String> headers = new ArrayList<>();
      call.headers().forEach(header -> headers.add(header.getKey() + ": " + header.getValue()));
      lines.add("received " + call + " " + headers);
    }
    lines.add("slept " + sleeps);
    ended = true;
    write();
  }

  private void write() {
    String name = UUID.nameUUIDFromBytes(lines.get(0).getBytes(StandardCharsets.UTF_8)) + ".txt";
    try {
      Files.write(Path.of(Objects.requireNonNull(FOLDER), name), lines, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
