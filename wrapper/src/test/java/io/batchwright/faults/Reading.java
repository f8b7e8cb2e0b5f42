package io.batchwright.faults;

import io.batchwright.Batch;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsAudit;
import io.batchwright.contract.TestRequests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads results, and counts independently what was received. */
final class Reading {
  private static final Set<String> COMPLAINTS = Set.of("lacks", "double", "strange");

  private final Environment env;
  private final Set<String> known;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> words = new TreeSet<>();
  private boolean opened;
  private int nameless;

  private Reading(Environment env) {
    this.env = env;
    this.known = Set.copyOf(env.ids());
  }

  /** Results of an ended batch; in the resume phase, the first response is interrupted. */
  static String play(Environment env) {
    BatchHandle batch = env.submitAndEnd();
    if (env.phase == Phase.RESUME) {
      env.subject.results().fault(env.wire).dropBodyAfter(2_000);
    }
    env.strike();
    String seen = read(env, batch);
    boolean resumed = env.bed.events().stream().anyMatch(event -> event.startsWith("resumed"));
    if (env.phase == Phase.RESUME) {
      boolean ended = seen.startsWith("breaks");
      env.require(resumed || ended, "the stream was not resumed");
      env.require(ended || waited(env), "the stream was taken up before it was time");
    } else if (resumed) {
      seen = seen.equals("ok") ? "resumed" : "resumed " + seen;
    }
    env.pass();
    requireSame(env, batch, seen);
    return seen;
  }

  /** Once the fault has ended, another reading returns everything. */
  private static void requireSame(Environment env, Batch batch, String before) {
    String again = read(env, batch);
    String due = env.isLasting() ? before : "ok";
    env.require(again.equals(due), "read once more, the results are " + again);
  }

  private static boolean waited(Environment env) {
    Duration hint = env.fault.hint();
    return hint == null || env.timer.sleeps().stream().anyMatch(s -> s.compareTo(hint) >= 0);
  }

  /** The batch ends, there is no other one, and all of its results exist. */
  static void requireAll(Environment env, Batch batch) {
    env.requireOneBatch();
    env.bed.awaitEnd(batch);
    String seen = read(env, batch);
    boolean all = seen.equals("ok") || env.fault.kind() == Kind.END;
    env.require(all, "in the end the results are " + seen);
  }

  /** Reads to the end, and describes the results. */
  static String read(Environment env, Batch batch) {
    Reading reading = new Reading(env);
    try {
      return reading.read(batch);
    } catch (BatchException e) {
      return (reading.opened ? "breaks " : "") + Terms.of(e);
    }
  }

  private String read(Batch batch) {
    try (BatchResults results = batch.results()) {
      opened = true;
      ResultsAudit audit = new ResultsAudit(env.ids());
      for (BatchResult result : results) {
        audit.add(result);
        note(result);
      }
      List<String> missing = new ArrayList<>(env.ids());
      missing.removeAll(seen);
      if (!missing.isEmpty()) {
        words.add("lacks");
      }
      env.require(audit.missing().equals(missing), "the audit misses " + audit.missing());
      env.require(
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
      boolean right = ok.text().equals("Answer to " + TestRequests.prompt(id));
      if (!right) {
        words.add("altered");
        env.require(!ok.intact(), "the text of " + id + " is another, and called intact");
      }
    }
  }
}
