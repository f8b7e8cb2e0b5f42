package io.batchwright.cli;

import io.batchwright.BatchHandle;
import io.batchwright.BatchStatus;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    header = "Print the status of a batch.",
    description = "Exits with 0 whenever the provider responded, whatever the state.",
    footer = {
      "%nExamples:",
      "  batchwright status \"$(cat batch.ref)\"",
      "  batchwright status anthropic:msgbatch_01abc --json"
    })
final class StatusCommand extends RefCommand {
  StatusCommand(World world) {
    super(world);
  }

  @Override
  int run(Connection connection, BatchHandle batch) {
    BatchStatus status = batch.status();
    answer(StatusView.json(status), StatusView.text(status));
    return Exit.ALL_SUCCEEDED;
  }
}
