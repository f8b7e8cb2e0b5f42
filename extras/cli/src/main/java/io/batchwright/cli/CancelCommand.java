package io.batchwright.cli;

import io.batchwright.BatchHandle;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Outcome;
import picocli.CommandLine.Command;

@Command(
    name = "cancel",
    header = "Cancel a batch.",
    description =
        "Prints the status after that. The batch ends later, and keeps the results it has; "
            + "a batch that has ended stays as it is.",
    footer = {
      "%nExamples:",
      "  batchwright cancel \"$(cat batch.ref)\"",
      "  batchwright cancel anthropic:msgbatch_01abc && batchwright wait anthropic:msgbatch_01abc"
    })
final class CancelCommand extends RefCommand {
  CancelCommand(World world) {
    super(world);
  }

  @Override
  int run(Connection connection, BatchHandle batch) {
    Outcome<CancellingBatch, BatchHandle> outcome = batch.cancel();
    if (outcome instanceof Outcome.HandedBack<CancellingBatch, BatchHandle> failed) {
      throw failed.error();
    }
    BatchStatus status = outcome.orElseThrow().status();
    answer(StatusView.json(status), StatusView.text(status));
    return Exit.ALL_SUCCEEDED;
  }
}
