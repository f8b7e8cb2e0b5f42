package io.batchwright.cli;

import io.batchwright.BatchHandle;
import io.batchwright.BatchStatus;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    header = "Ask once where a batch is.",
    description = "Exits with 0 whenever the provider answered, whatever the state.",
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
