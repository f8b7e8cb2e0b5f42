package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.RequestCounts;
import io.batchwright.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Progress progress(int columns) {
    return Progress.of(
        new World(
            name -> null,
            Cli.stream(OutputStream.nullOutputStream()),
            Cli.stream(err),
            columns,
            "batchwright",
            Sandbox::start));
  }

  private static BatchStatus status(BatchState state, long processing) {
    return BatchStatus.builder(new BatchRef("anthropic", "b", null), state)
        .counts(
            RequestCounts.builder()
                .total(10)
                .processing(processing)
                .succeeded(10 - processing)
                .build())
        .build();
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTerminalGetsABarOfItsWidthWithoutColours() {
    try (Progress progress = progress(72)) {
      progress.polled(status(BatchState.RUNNING, 6));
      progress.polled(status(BatchState.SUCCEEDED, 0));
      progress.reading(2);
      progress.read();
      progress.read();
    }

    assertThat(shown()).contains("Batch", " 4/10", "10/10", "succeeded", "Results", "2/2");
    assertThat(shown()).doesNotContain("\u001b[3");
    assertThat(shown().split("[\r\n]+")).allMatch(line -> line.length() <= 72);
  }

  @Test
  void anythingElseGetsALineForEachChange() {
    try (Progress progress = progress(0)) {
      progress.polled(status(BatchState.RUNNING, 6));
      progress.polled(status(BatchState.RUNNING, 5));
      progress.polled(status(BatchState.SUCCEEDED, 0));
      progress.reading(2);
      progress.read();
    }

    assertThat(shown().lines()).containsExactly("anthropic:b: running", "anthropic:b: succeeded");
  }

  @Test
  void nothingIsShownOnceItIsClosed() {
    Progress bar = progress(72);
    Progress lines = progress(0);
    bar.close();
    lines.close();
    bar.polled(status(BatchState.RUNNING, 6));
    lines.polled(status(BatchState.RUNNING, 6));

    assertThat(shown()).isEmpty();
  }
}
