package io.batchwright.cli;

import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import picocli.CommandLine.Parameters;

/** A subcommand on a batch that exists. */
abstract class RefCommand extends ProviderCommand {
  @Parameters(paramLabel = "REF", description = "The batch, as submit printed it.")
  private String ref = "";

  RefCommand(World world) {
    super(world);
  }

  /** Does the work on the batch and gives the exit code. */
  abstract int run(Connection connection, BatchHandle batch) throws InterruptedException;

  /** Receives the events of the work. */
  BatchListener listener() {
    return BatchListener.NONE;
  }

  @Override
  final int run() throws InterruptedException {
    BatchRef parsed = parsed();
    try (Connection connection = connect(Provider.named(parsed.provider()), listener())) {
      BatchHandle batch = connection.open(parsed);
      advise(new Advice(parsed, ""));
      return run(connection, batch);
    }
  }

  private BatchRef parsed() {
    try {
      return BatchRef.parse(ref);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e);
    }
  }
}
