package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.BatchClient;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsOptions;
import io.batchwright.TransportException;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.Events;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.SocketEffect;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.ScriptedServer;
import io.batchwright.testing.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Temporary files contain responses: only their owner can read them, and none is left. */
@Isolated("counts the open files of the whole JVM")
class PrivateFilesTest {
  private static final int LINES = 10_000;

  private static final String OWN = "/batchwright-";

  private final ScriptedServer server = new ScriptedServer(lines());
  private final BatchClient client =
      new AdapterClient(
          Adapters.of(Anthropic.builder().apiKey(Canaries.KEY).baseUrl(server.url())),
          new Events(BatchListener.NONE, Runnable::run, Runnable::run),
          new VirtualClock());

  @AfterEach
  void close() {
    client.close();
    server.close();
    assertThat(OpenFile.named(OWN)).isEmpty();
  }

  private static String lines() {
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, LINES)
        .forEach(
            i ->
                lines
                    .append("{\"custom_id\":\"")
                    .append(i)
                    .append("\",\"result\":{\"type\":\"expired\"}}\n"));
    return lines.toString();
  }

  @MustBeClosed
  private BatchResults results() {
    return results(ResultsOptions.defaults());
  }

  @MustBeClosed
  private BatchResults sorted() {
    return results(ResultsOptions.defaults().withNumericOrder());
  }

  @MustBeClosed
  private BatchResults results(ResultsOptions options) {
    return client.open(new BatchRef("anthropic", "b", server.url())).results(options);
  }

  /** Cuts each response before its last lines. */
  private void breakOff() {
    server.respond(
        new MockResponse.Builder()
            .body(lines())
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
  }

  private static void assertOneIsPrivate() {
    assertThat(OpenFile.named(OWN))
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.permissions()).isEqualTo("rw-------");
              assertThat(file.target())
                  .as("it has no name that could be left")
                  .endsWith("(deleted)");
            });
  }

  private static Iterator<BatchResult> readAlmostAll(BatchResults results) {
    Iterator<BatchResult> read = results.iterator();
    for (int i = 0; i < LINES - 1; i++) {
      assertThat(read.next().customId()).isNotNull();
    }
    return read;
  }

  @Test
  void resultsThatAreReadWithoutABreakNeedNoFile() {
    try (BatchResults results = results()) {
      assertNoneWhileReading(results);
    }
  }

  @Test
  void resultsInALocalFileNeedNoOther(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("results.jsonl"), lines());
    try (BatchResults results = Anthropic.readResults(file)) {
      assertNoneWhileReading(results);
    }
  }

  @Test
  void resultsThatAreResumedNeedNoFile() {
    breakOff();
    try (BatchResults results = results()) {
      server.script(request -> ScriptedServer.response(200, lines()));
      assertNoneWhileReading(results);
    }
  }

  /** A file that was ever created would still be open at the last result. */
  private static void assertNoneWhileReading(BatchResults results) {
    Iterator<BatchResult> read = readAlmostAll(results);
    assertThat(OpenFile.named(OWN)).isEmpty();
    assertThat(read.next()).isNotNull();
    assertThat(read.hasNext()).isFalse();
  }

  @Test
  void resultsAreSortedPrivatelyUntilTheEnd() {
    try (BatchResults results = sorted()) {
      Iterator<BatchResult> read = readAlmostAll(results);
      assertOneIsPrivate();
      assertThat(read.next()).isNotNull();
      assertThat(read.hasNext()).isFalse();
      assertThat(OpenFile.named(OWN)).as("before the results are closed").isEmpty();
    }
  }

  @Test
  void resultsThatBreakOffLeaveNothing() {
    breakOff();
    try (BatchResults results = results()) {
      assertReadingFails(results);
    }
  }

  @Test
  void orResultsThatAreSorted() {
    breakOff();
    try (BatchResults results = sorted()) {
      assertReadingFails(results);
    }
  }

  private static void assertReadingFails(BatchResults results) {
    assertThatThrownBy(() -> results.forEach(result -> {})).isInstanceOf(TransportException.class);
    assertThat(OpenFile.named(OWN)).as("before the results are closed").isEmpty();
  }

  @Test
  void aThreadThatIsInterruptedLeavesNothing() {
    breakOff();
    try (BatchResults results = sorted()) {
      Thread.currentThread().interrupt();
      assertReadingFails(results);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whatIsSavedIsPrivateFromItsFirstByte(@TempDir Path dir) throws IOException {
    Path target = dir.resolve("results.jsonl");
    List<String> meanwhile = new ArrayList<>();
    breakOff();
    try (BatchResults results = results()) {
      server.script(
          request -> {
            meanwhile.addAll(permissionsIn(dir));
            return ScriptedServer.response(200, lines());
          });
      assertThat(results.saveTo(target)).isEqualTo(LINES);
    }
    assertThat(meanwhile).containsExactly("rw-------");
    assertThat(permissionsIn(dir)).containsExactly("rw-------");
    assertThat(target).hasContent(lines());
  }

  @Test
  void whatCouldNotBeSavedIsGone(@TempDir Path dir) {
    breakOff();
    try (BatchResults results = results()) {
      assertThatThrownBy(() -> results.saveTo(dir.resolve("results.jsonl")))
          .isInstanceOf(TransportException.class);
      assertThat(permissionsIn(dir)).as("before the results are closed").isEmpty();
    }
  }

  private static List<String> permissionsIn(Path dir) {
    try (Stream<Path> files = Files.list(dir)) {
      List<String> permissions = new ArrayList<>();
      for (Path file : files.toList()) {
        permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
      return permissions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
