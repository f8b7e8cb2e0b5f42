package io.batchwright.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.batchwright.BatchHandle;
import io.batchwright.Deleted;
import io.batchwright.Outcome;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "delete",
    header = "Delete an ended batch and its results at the provider.",
    description = "A batch that still runs is not deleted: cancel it first, and wait for its end.",
    footer = {"%nExamples:", "  batchwright delete \"$(cat batch.ref)\""})
final class DeleteCommand extends RefCommand {
  DeleteCommand(World world) {
    super(world);
  }

  @Override
  int run(Connection connection, BatchHandle batch) {
    Outcome<Deleted, BatchHandle> outcome = batch.delete();
    if (outcome instanceof Outcome.HandedBack<Deleted, BatchHandle> failed) {
      throw failed.error();
    }
    Deleted deleted = outcome.orElseThrow();
    answer(json(deleted), text(deleted));
    return Exit.ALL_SUCCEEDED;
  }

  private static JsonObject json(Deleted deleted) {
    JsonObject object = new JsonObject();
    object.addProperty("ref", deleted.ref().toString());
    object.add("removed", array(deleted.removed()));
    object.add("kept", array(deleted.kept()));
    object.addProperty("record_remains", deleted.recordRemains());
    return object;
  }

  private static JsonArray array(List<String> names) {
    JsonArray array = new JsonArray();
    names.forEach(array::add);
    return array;
  }

  private static String text(Deleted deleted) {
    return "deleted   "
        + deleted.ref()
        + (deleted.kept().isEmpty() ? "" : "; kept " + String.join(", ", deleted.kept()))
        + (deleted.recordRemains() ? "; the provider still lists it" : "");
  }
}
