package io.batchwright.faults;

import io.batchwright.Batch;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.contract.Questions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads results, and counts independently what was received. */
final class Reading {
  private static final Set<String> COMPLAINTS = Set.of("lacks", "double", "strange");

  private final Scene scene;
  private final Set<String> known;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> words = new TreeSet<>();
  private boolean opened;
  private int nameless;

  private Reading(Scene scene) {
    this.scene = scene;
    this.known = Set.copyOf(scene.ids());
  }

  /** Results of an ended batch; in the resume phase, the first response is interrupted. */
  static String play(Scene scene) {
    BatchHandle batch = scene.submitAndEnd();
    if (scene.phase == Phase.RESUME) {
      scene.subject.results().fault(scene.wire).dropBodyAfter(2_000);
    }
    scene.strike();
    String seen = read(scene, batch);
    boolean resumed = scene.stage.events().stream().anyMatch(event -> event.startsWith("resumed"));
    if (scene.phase == Phase.RESUME) {
      boolean ended = seen.startsWith("breaks");
      scene.require(resumed || ended, "the stream was not taken up again");
      scene.require(ended || waited(scene), "the stream was taken up before it was time");
    } else if (resumed) {
      seen = seen.equals("ok") ? "resumed" : "resumed " + seen;
    }
    scene.pass();
    requireSame(scene, batch, seen);
    return seen;
  }

  /** Once the fault has ended, another reading returns everything. */
  private static void requireSame(Scene scene, Batch batch, String before) {
    String again = read(scene, batch);
    String due = scene.isLasting() ? before : "ok";
    scene.require(again.equals(due), "read once more, the results are " + again);
  }

  private static boolean waited(Scene scene) {
    Duration hint = scene.fault.hint();
    return hint == null || scene.timer.sleeps().stream().anyMatch(s -> s.compareTo(hint) >= 0);
  }

  /** The batch ends, there is no other one, and all of its results exist. */
  static void requireAll(Scene scene, Batch batch) {
    scene.requireOneBatch();
    scene.stage.awaitEnd(batch);
    String seen = read(scene, batch);
    boolean all = seen.equals("ok") || scene.fault.kind() == Kind.END;
    scene.require(all, "in the end the results are " + seen);
  }

  /** Reads to the end, and describes the results. */
  static String read(Scene scene, Batch batch) {
    Reading reading = new Reading(scene);
    try {
      return reading.read(batch);
    } catch (BatchException e) {
      return (reading.opened ? "breaks " : "") + Words.of(e);
    }
  }

  private String read(Batch batch) {
    try (BatchResults results = batch.results()) {
      opened = true;
      ResultsAudit audit = new ResultsAudit(scene.ids());
      for (BatchResult result : results) {
        audit.add(result);
        note(result);
      }
      List<String> missing = new ArrayList<>(scene.ids());
      missing.removeAll(seen);
      if (!missing.isEmpty()) {
        words.add("lacks");
      }
      scene.require(audit.missing().equals(missing), "the audit misses " + audit.missing());
      scene.require(
          audit.clean() == (nameless == 0 && words.stream().noneMatch(COMPLAINTS::contains)),
          "the audit is not clean, or should not be");
      return words.isEmpty() ? "ok" : String.join(" ", words);
    }
  }

  private void note(BatchResult result) {
    String id = result.customId();
    if (result instanceof BatchResult.Unreadable) {
      words.add("bad");
    }
    if (id == null) {
      nameless++;
      return;
    }
    if (!known.contains(id)) {
      words.add("strange");
    } else if (!seen.add(id)) {
      words.add("double");
    }
    if (result instanceof BatchResult.Expired) {
      words.add("expired");
    }
    if (result instanceof BatchResult.Succeeded ok && known.contains(id)) {
      boolean right = ok.text().equals("Answer to " + Questions.prompt(id));
      if (!right) {
        words.add("altered");
        scene.require(!ok.intact(), "the text of " + id + " is another, and called intact");
      }
    }
  }
}
