package io.batchwright.cli;

import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.InputReport;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A subcommand that submits a file of requests. */
abstract class InputCommand extends ProviderCommand {
  private static final String UNSURE =
      "If all of the input had been sent by then, a batch may have been made, and will be billed: "
          + "look at the provider's list of batches before you submit again.";

  @Parameters(
      paramLabel = "INPUT.jsonl",
      description = "Requests, one JSON object a line: {\"custom_id\":...,\"body\":{...}}.")
  Path input = Path.of("");

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "P",
      description = "Who runs the batch: ${COMPLETION-CANDIDATES}.")
  Provider provider = Provider.ANTHROPIC;

  InputCommand(World world) {
    super(world);
  }

  /** Refuses a file that cannot be read twice, before anything else is done. */
  final void checkInput() {
    if (!Files.isRegularFile(input) || !Files.isReadable(input)) {
      throw CommandFailure.usage(
          input + (Files.exists(input) ? " is not a file that can be read" : ": no such file"));
    }
  }

  final BatchHandle submit(Connection connection) {
    advise(new Advice(null, UNSURE));
    try {
      return connection.client().submit(BatchInput.ofFile(input));
    } catch (InvalidInputException e) {
      advise(Advice.NONE);
      throw new CommandFailure(Exit.USAGE, problems(e.report()), e);
    } catch (UncheckedIOException e) {
      advise(Advice.NONE);
      throw new CommandFailure(Exit.USAGE, input + ": " + FileProblem.of(e), e);
    } catch (SubmitException e) {
      boolean unsure = e.delivery() == SubmitException.Delivery.MAYBE_CREATED;
      advise(unsure ? whatMayExist(connection, e) : Advice.NONE);
      throw e;
    }
  }

  /** Writes problems the way compilers do, so that editors can jump to them. */
  private String problems(InputReport report) {
    String listed =
        report.problems().stream()
            .map(
                problem ->
                    input
                        + (problem.line() == 0 ? "" : ":" + problem.line())
                        + ": "
                        + problem.message())
            .collect(Collectors.joining("\n"));
    long more = report.problemCount() - report.problems().size();
    return listed
        + (more == 0 ? "" : "\n" + input + ": and " + more + " more problems")
        + "\nNothing was sent.";
  }

  private Advice whatMayExist(Connection connection, SubmitException error) {
    SubmitCandidates found;
    try {
      found = connection.client().findSubmitted(error.attempt());
    } catch (BatchException e) {
      return new Advice(null, UNSURE);
    }
    if (found.batches().isEmpty()) {
      return new Advice(
          null,
          "The provider lists no batch that fits. One may still appear: look again in some minutes, before you submit again.");
    }
    String lines =
        found.batches().stream()
            .map(batch -> "  " + commandOn("status", batch.ref()))
            .collect(Collectors.joining("\n"));
    String match =
        found.certain()
            ? "This batch was made by it:\n"
            : "By time and size it may have made this; do not submit again before you are sure:\n";
    return new Advice(found.certain() ? found.batches().get(0).ref() : null, match + lines);
  }
}
