package io.batchwright.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.batchwright.InputReport;
import io.batchwright.InputReport.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "validate",
    header = "Validate a file of requests, and send nothing.",
    description =
        "Reports what submit would report before it sends anything; needs no key. Names each bad line."
            + " Models and whatever else is in the bodies are judged by the provider alone.",
    footer = {
      "%nExamples:",
      "  batchwright validate requests.jsonl --provider anthropic",
      "  batchwright validate requests.jsonl --provider anthropic --json"
    })
final class ValidateCommand extends Subcommand {
  @Parameters(paramLabel = RequestFile.LABEL, description = RequestFile.DESCRIPTION)
  private Path path = Path.of("");

  @Mixin private ProviderOption who = new ProviderOption();

  @Mixin private BatchOptions options = new BatchOptions();

  ValidateCommand(World world) {
    super(world);
  }

  @Override
  int run() {
    RequestFile file = new RequestFile(path);
    file.check();
    InputReport report = look(file);
    int code = report.problemCount() == 0 ? Exit.ALL_SUCCEEDED : Exit.USAGE;
    report.warnings().forEach(warning -> world.err().println(file.warning(warning)));
    if (code == Exit.USAGE) {
      world.err().println(file.problems(report));
    }
    if (json()) {
      world.out().println(Json.compact(json(code, report)));
    } else if (code == Exit.ALL_SUCCEEDED) {
      world.out().println(text(report));
    }
    return code;
  }

  private InputReport look(RequestFile file) {
    try (Connection nowhere = Connection.offline(who.provider())) {
      return nowhere.client().validate(file.input(), options.submitOptions());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e);
    }
  }

  private String text(InputReport report) {
    return String.format(
        Locale.ROOT,
        "%s: %s, %,d bytes: form, ids and sizes are fit for %s, which judges models and bodies"
            + " itself",
        path,
        Outcomes.requests(report.requests()),
        report.bytes(),
        who.provider());
  }

  private JsonObject json(int code, InputReport report) {
    JsonObject object = new JsonObject();
    object.addProperty("exit_code", code);
    object.addProperty("provider", who.provider().toString());
    object.addProperty("requests", report.requests());
    object.addProperty("bytes", report.bytes());
    object.addProperty("problem_count", report.problemCount());
    object.add("problems", json(report.problems()));
    object.add("warnings", json(report.warnings()));
    return object;
  }

  private static JsonArray json(List<Problem> problems) {
    JsonArray array = new JsonArray();
    problems.forEach(problem -> array.add(json(problem)));
    return array;
  }

  private static JsonObject json(Problem problem) {
    JsonObject object = new JsonObject();
    object.addProperty("line", problem.line() == 0 ? null : problem.line());
    object.add("custom_id", Json.text(problem.customId()));
    object.addProperty("message", problem.message());
    return object;
  }
}
