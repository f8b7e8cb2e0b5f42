package io.batchwright.cli;

import com.google.gson.JsonObject;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import picocli.CommandLine.Command;

@Command(
    name = "submit",
    header = "Submit a batch and print its ref.",
    description = "Prints the ref, and nothing else, on stdout; every other command accepts it.",
    footer = {
      "%nExamples:",
      "  batchwright submit requests.jsonl --provider anthropic > batch.ref",
      "  batchwright submit requests.jsonl --provider anthropic --api-key-file ~/.key"
    })
final class SubmitCommand extends InputCommand {
  SubmitCommand(World world) {
    super(world);
  }

  @Override
  int run() {
    checkInput();
    try (Connection connection = connect(provider(), BatchListener.NONE)) {
      BatchRef ref = submit(connection).ref();
      advise(new Advice(ref, ""));
      JsonObject object = new JsonObject();
      object.addProperty("ref", ref.toString());
      answer(object, ref.toString());
      return Exit.ALL_SUCCEEDED;
    }
  }
}
