package io.batchwright.cli;

import io.batchwright.BatchHandle;
import io.batchwright.BatchStatus;
import io.batchwright.NotEndedException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "results",
    header = "Write the results of an ended batch to a file.",
    description = "A cancelled or expired batch has the results that were done by then.",
    footer = {
      "%nExamples:",
      "  batchwright results \"$(cat batch.ref)\" --out results.jsonl",
      "  batchwright results anthropic:msgbatch_01abc --out results.jsonl --json"
    })
final class ResultsCommand extends RefCommand {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; it appears when it is complete.")
  private Path out = Path.of("");

  ResultsCommand(World world) {
    super(world);
  }

  @Override
  int run(Connection connection, BatchHandle batch) {
    ResultsFile.check(out);
    BatchStatus status = batch.status();
    if (!status.state().terminal()) {
      throw new NotEndedException(status);
    }
    try (Progress progress = Progress.of(world)) {
      onInterrupt(progress::close);
      Download download = Download.of(this, batch, status, out, null, progress);
      if (json()) {
        world.out().println(Json.compact(download.json()));
      } else {
        world.err().println(download.text());
      }
      return download.exitCode();
    }
  }
}
