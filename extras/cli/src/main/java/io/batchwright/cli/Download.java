package io.batchwright.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.batchwright.Batch;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Results that were read to their end and written.
 *
 * @param status the ended batch
 * @param file where they are
 * @param summary what they hold
 * @param positions whether results came without ids
 * @param audit how they compare with the requests, or null if those are not known
 */
record Download(
    BatchStatus status,
    Path file,
    ResultsSummary summary,
    boolean positions,
    @Nullable ResultsAudit audit) {
  private static final int SHOWN = 5;

  /** Reads and writes, one result at a time. */
  static Download of(
      Subcommand command,
      Batch batch,
      BatchStatus status,
      Path target,
      @Nullable List<String> ids,
      Progress progress) {
    try (BatchResults results = batch.results();
        ResultsFile file = ResultsFile.at(target)) {
      command.onInterrupt(file::close);
      ResultsSummary summary = new ResultsSummary();
      ResultsAudit audit = ids == null ? null : new ResultsAudit(ids);
      boolean positions = false;
      progress.reading(status.counts().total());
      for (BatchResult result : results) {
        file.add(result);
        summary.add(result);
        positions |= result.position() != null;
        if (audit != null) {
          audit.add(result);
        }
        progress.read();
      }
      progress.close();
      file.finish();
      return new Download(status, target, summary, positions, audit);
    }
  }

  int exitCode() {
    boolean usable = summary.total() == summary.whole() && !positions;
    return Exit.of(status.state(), usable && (audit == null || audit.clean()));
  }

  JsonObject json() {
    JsonObject object = new JsonObject();
    object.addProperty("exit_code", exitCode());
    object.addProperty("ref", status.ref().toString());
    object.addProperty("state", StatusView.word(status.state()));
    object.addProperty("out", file.toString());
    object.addProperty("ids_are_positions", positions);
    object.add("outcomes", Outcomes.json(summary));
    object.add("finishes", Outcomes.finishes(summary));
    object.add("errors", Outcomes.errors(summary));
    JsonObject usage = new JsonObject();
    usage.addProperty("input_tokens", summary.usage().input());
    usage.addProperty("output_tokens", summary.usage().output());
    object.add("usage", usage);
    if (audit != null) {
      object.add("audit", json(audit));
    }
    return object;
  }

  private static JsonObject json(ResultsAudit audit) {
    JsonObject object = new JsonObject();
    object.addProperty("clean", audit.clean());
    object.add("missing", array(audit.missing()));
    object.add("duplicates", array(audit.duplicates()));
    object.add("unknown", array(audit.unknown()));
    object.addProperty("unidentified", audit.unidentified());
    return object;
  }

  private static JsonArray array(List<String> ids) {
    JsonArray array = new JsonArray();
    ids.forEach(array::add);
    return array;
  }

  /** Returns the summary as lines for people. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "batch     " + status.ref() + " " + StatusView.word(status.state()));
    line(text, "requests  " + summary.total() + ": " + Outcomes.text(summary));
    line(
        text,
        String.format(
            Locale.ROOT,
            "tokens    %,d in, %,d out",
            summary.usage().input(),
            summary.usage().output()));
    String notWhole = Outcomes.notWhole(summary);
    if (!notWhole.isEmpty()) {
      line(text, "not whole " + notWhole);
    }
    for (String error : Outcomes.errors(summary, SHOWN)) {
      line(text, "error     " + error);
    }
    if (positions) {
      line(
          text,
          "ids       are missing: the provider returned the results without any, so the file has"
              + " their positions, which may not be those of the requests");
    }
    if (audit != null && !audit.clean()) {
      ids(text, "without a result", audit.missing());
      ids(text, "with more than one result", audit.duplicates());
      ids(text, "that were not requested", audit.unknown());
    }
    line(text, "results   " + file);
    return text.toString().stripTrailing();
  }

  private static void ids(StringBuilder text, String what, List<String> ids) {
    if (!ids.isEmpty()) {
      String some = String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())));
      String more = ids.size() > SHOWN ? ", ..." : "";
      line(text, "audit     " + ids.size() + " " + what + ": " + some + more);
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append(System.lineSeparator());
  }
}
