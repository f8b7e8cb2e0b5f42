package io.batchwright.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.batchwright.BatchListener;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    header = "List the batches of an account.",
    description =
        "Newest first, where the provider sorts them so; a line each, with tabs between ref, state, requests and time of creation.",
    footer = {
      "%nExamples:",
      "  batchwright list --provider anthropic",
      "  batchwright list --provider anthropic --limit 1 | cut -f 1 > batch.ref"
    })
final class ListCommand extends ProviderCommand {
  @Mixin private ProviderOption who = new ProviderOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "The largest number of batches (default: 20).")
  private int limit;

  ListCommand(World world) {
    super(world);
  }

  @Override
  int run() {
    if (limit < 1) {
      throw CommandFailure.usage("--limit is at least 1");
    }
    try (Connection connection = connect(who.provider(), BatchListener.NONE)) {
      Iterable<BatchStatus> batches = connection.client().list(ListOptions.all().withLimit(limit));
      if (json()) {
        world.out().println(Json.compact(json(batches)));
      } else {
        batches.forEach(status -> world.out().println(StatusView.line(status)));
      }
      return Exit.ALL_SUCCEEDED;
    }
  }

  private static JsonObject json(Iterable<BatchStatus> batches) {
    JsonArray array = new JsonArray();
    batches.forEach(status -> array.add(StatusView.json(status)));
    JsonObject object = new JsonObject();
    object.add("batches", array);
    return object;
  }
}
