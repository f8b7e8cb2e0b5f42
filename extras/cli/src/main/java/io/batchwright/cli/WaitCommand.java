package io.batchwright.cli;

import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchStatus;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "wait",
    header = "Wait until a batch has ended.",
    description = "Prints the last status. Ctrl-C and the deadline do not stop the batch.",
    footer = {
      "%nExamples:",
      "  batchwright wait \"$(cat batch.ref)\"",
      "  batchwright wait anthropic:msgbatch_01abc --deadline 2h --json"
    })
final class WaitCommand extends RefCommand {
  private final Progress progress;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "26h",
      description = "The longest wait, such as 90s, 30m or 26h (default: 26h).")
  private Duration deadline = Duration.ZERO;

  WaitCommand(World world) {
    super(world);
    progress = Progress.of(world);
  }

  @Override
  BatchListener listener() {
    return progress;
  }

  @Override
  int run(Connection connection, BatchHandle batch) throws InterruptedException {
    advise(
        new Advice(
            batch.ref(), "The batch runs on. To continue: " + commandOn("wait", batch.ref())));
    onInterrupt(progress::close);
    BatchStatus status;
    try (progress) {
      status = progress.await(batch, connection.within(deadline));
    }
    answer(StatusView.json(status), StatusView.text(status));
    return Exit.of(status);
  }
}
