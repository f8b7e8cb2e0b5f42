package io.batchwright.cli;

import com.google.gson.JsonObject;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    header = "Submit a batch, wait for its end, and write its results.",
    description =
        "Ctrl-C and the deadline do not stop the batch; the ref is printed, to continue with.",
    footer = {
      "%nExamples:",
      "  batchwright run requests.jsonl --provider anthropic --sandbox --out results.jsonl",
      "  batchwright run requests.jsonl --provider anthropic --out results.jsonl --deadline 12h"
    })
final class RunCommand extends InputCommand {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "RESULTS.jsonl",
      description = "The file to write; it appears when it is complete.")
  private Path out = Path.of("");

  @Option(
      names = "--sandbox",
      description = "Send nothing to a provider: this process makes up the responses.")
  private boolean sandboxed;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "26h",
      description = "The longest wait, such as 90s, 30m or 26h (default: 26h).")
  private Duration deadline = Duration.ZERO;

  private final long begun = System.nanoTime();

  RunCommand(World world) {
    super(world);
  }

  @Override
  int run() throws InterruptedException {
    checkInput();
    ResultsFile.check(out);
    RequestFile file = requests.file();
    if (file != null && isSameFile(file.path(), out)) {
      throw CommandFailure.usage("--out would replace the input");
    }
    if (!sandboxed) {
      return run(null);
    }
    if (baseUrl != null) {
      throw CommandFailure.usage("--sandbox and --base-url exclude each other");
    }
    if (file == null) {
      throw CommandFailure.usage(
          "--sandbox and --uploaded exclude each other: a new sandbox has no file");
    }
    world.err().println("SANDBOX: responses are made up, and nothing is sent to a provider.");
    try (Sandbox sandbox = world.sandbox().get()) {
      return run(sandbox);
    }
  }

  private int run(@Nullable Sandbox sandbox) throws InterruptedException {
    try (Progress progress = Progress.of(world);
        Connection connection = connect(sandbox, progress)) {
      onInterrupt(progress::close);
      List<String> ids = ids(requests.file());
      BatchHandle batch = submit(connection);
      advise(sandbox == null ? howToGoOn(batch.ref()) : sandboxIsGone(batch.ref()));
      String what = ids == null ? "the uploaded file" : Outcomes.requests(ids.size());
      world.err().println("Submitted " + what + " as " + batch.ref());
      BatchStatus status = progress.await(batch, connection.within(deadline));
      if (status.state() == BatchState.FAILED) {
        advise(new Advice(batch.ref(), ""));
      } else if (sandbox == null) {
        advise(howToRead(batch.ref()));
      }
      return report(Download.of(this, batch, status, out, ids, progress));
    }
  }

  private Connection connect(@Nullable Sandbox sandbox, BatchListener listener) {
    return sandbox == null
        ? connect(provider(), listener)
        : Connection.to(provider(), "sandbox", provider().sandboxUrl(sandbox), listener);
  }

  /** The audit's side of the truth is what was submitted, not what the file says hours later. */
  private @Nullable List<String> ids(@Nullable RequestFile file) {
    if (file == null) {
      return null;
    }
    try {
      return RequestIds.read(file.path());
    } catch (IOException e) {
      throw new CommandFailure(Exit.USAGE, FileProblem.of(e), e);
    }
  }

  private int report(Download download) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (json()) {
      JsonObject object = download.json();
      object.addProperty("seconds", Math.round(seconds * 1000) / 1000.0);
      world.out().println(Json.compact(object));
    } else {
      world.err().println(download.text());
      world.err().println(String.format(Locale.ROOT, "time      %.1f s", seconds));
    }
    return download.exitCode();
  }

  private Advice howToGoOn(BatchRef ref) {
    return new Advice(
        ref,
        "The batch runs on. To continue:\n  " + commandOn("wait", ref) + "\n  " + readCommand(ref));
  }

  private Advice howToRead(BatchRef ref) {
    return new Advice(ref, "The batch has ended. To get its results:\n  " + readCommand(ref));
  }

  private String readCommand(BatchRef ref) {
    return commandOn("results", ref, "--out", out.toString());
  }

  @Override
  Advice afterFailure(Connection connection, SubmitException error) {
    return sandboxed ? Advice.NONE : super.afterFailure(connection, error);
  }

  private static Advice sandboxIsGone(BatchRef ref) {
    return new Advice(ref, "The sandbox ended with this command, and " + ref + " with it.");
  }

  private static boolean isSameFile(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      throw new CommandFailure(Exit.USAGE, FileProblem.of(e), e);
    }
  }

  @Override
  String noKey(String variables) {
    return super.noKey(variables) + ", or try without one: --sandbox";
  }
}
