package io.batchwright.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "providers",
    header = "Show what each provider accepts and can do.",
    description = {
      "Needs no key and sends nothing: these are the limits that inputs are validated against.",
      "In capitals is what not every provider can do, by the names that the library gives it."
    },
    footer = {
      "%nExamples:",
      "  batchwright providers",
      "  batchwright providers --json",
      "  batchwright providers --markdown"
    })
final class ProvidersCommand extends Subcommand {
  @Option(names = "--markdown", description = "Print a table, with a column for each provider.")
  private boolean markdown;

  ProvidersCommand(World world) {
    super(world);
  }

  @Override
  int run() {
    if (markdown && json()) {
      throw CommandFailure.usage("--markdown and --json exclude each other");
    }
    List<ProviderFacts> all = Arrays.stream(Provider.values()).map(ProviderFacts::of).toList();
    answer(json(all), String.join(System.lineSeparator(), markdown ? table(all) : blocks(all)));
    return Exit.ALL_SUCCEEDED;
  }

  private static JsonObject json(List<ProviderFacts> all) {
    JsonArray array = new JsonArray();
    all.forEach(facts -> array.add(facts.json()));
    JsonObject object = new JsonObject();
    object.add("providers", array);
    return object;
  }

  /** A table would be wider than a terminal. */
  private static List<String> blocks(List<ProviderFacts> all) {
    List<String> lines = new ArrayList<>();
    for (ProviderFacts facts : all) {
      lines.add(facts.provider().toString());
      facts.named().forEach((name, fact) -> lines.add(String.format("  %-19s%s", name, fact)));
    }
    return lines;
  }

  private static List<String> table(List<ProviderFacts> all) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", all.stream().map(facts -> facts.provider().toString()).toList()));
    lines.add("|---".repeat(all.size() + 1) + "|");
    Set<String> names = all.get(0).named().keySet();
    for (String name : names) {
      lines.add(
          row(
              name,
              all.stream().map(facts -> Objects.requireNonNull(facts.named().get(name))).toList()));
    }
    return lines;
  }

  private static String row(String name, List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
  }
}
