package io.batchwright.benchmarks.read;

import io.batchwright.BatchClient;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.Usage;
import io.batchwright.benchmarks.data.Dialect;

/** The library, by what is read from each succeeded result. */
final class OursReader implements ResultReader {
  private final Depth depth;

  OursReader(Depth depth) {
    this.depth = depth;
  }

  /** What is read in addition to the custom id and the outcome. */
  enum Depth {
    IDS,
    TEXT,
    USAGE,
    TYPED
  }

  @Override
  public void read(Target target, Tally tally) {
    if (depth == Depth.TEXT || depth == Depth.TYPED) {
      tally.readsTexts();
    }
    try (BatchClient client = Clients.of(target);
        BatchResults results = client.open(ref(target)).results()) {
      for (BatchResult result : results) {
        if (result instanceof BatchResult.Succeeded ok) {
          read(ok, target.dialect(), tally);
          tally.result(String.valueOf(ok.customId()), true);
        } else if (result instanceof BatchResult.Unreadable unreadable) {
          throw new IllegalStateException(
              "Line " + unreadable.lineNumber() + ": " + unreadable.error().message());
        } else {
          tally.result(String.valueOf(result.customId()), false);
        }
      }
    }
  }

  private void read(BatchResult.Succeeded body, Dialect dialect, Tally tally) {
    switch (depth) {
      case IDS -> {}
      case TEXT -> tally.text(body.text());
      case USAGE -> {
        Usage usage = body.usage();
        tally.tokens(usage == null ? 0 : usage.input() + usage.output());
      }
      case TYPED -> tally.text(Models.text(body, dialect));
    }
  }

  private static BatchRef ref(Target target) {
    return new BatchRef(target.dialect().id(), target.batchId(), target.url());
  }
}
