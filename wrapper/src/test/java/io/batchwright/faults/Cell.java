package io.batchwright.faults;

import io.batchwright.contract.Subject;
import io.batchwright.contract.Subjects;
import io.batchwright.recorder.Recording;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One cell of the matrix.
 *
 * @param provider the provider's name
 */
record Cell(String provider, Fault fault, Phase phase) {
  /** Marks a fault that is not applicable in a phase. */
  static final String SENSELESS = "-";

  /** Marks a phase that a provider does not have. */
  static final String LACKING = ".";

  /** Marks a cell that is run only with other providers, because of its cost. */
  static final String ELSEWHERE = "~";

  private static final Set<String> HEAVY = Set.of("anthropic", "openai");

  /**
   * The outcome of a cell.
   *
   * @param text what the caller observed
   * @param wrong violations of what must hold for every fault
   */
  record Seen(String text, List<String> wrong) {
    /** Returns what is wrong with it, or nothing. */
    List<String> complaints(String expected) {
      boolean fits = Arrays.asList(expected.split(" or ")).contains(text);
      if (fits) {
        return wrong;
      }
      List<String> all = new ArrayList<>(wrong);
      all.add(0, "\"" + text + "\" was seen where \"" + expected + "\" must be");
      return all;
    }
  }

  private Subject subject() {
    return Objects.requireNonNull(Subjects.ALL.get(provider), provider);
  }

  /** Whether it is run only with other providers. */
  boolean isElsewhere() {
    return fault.heavy() && !(HEAVY.contains(provider) && phase != Phase.OUTAGE);
  }

  Seen run() {
    if (!fault.kind().fits(phase)) {
      return new Seen(SENSELESS, List.of());
    }
    if (!phase.isOf(subject())) {
      return new Seen(LACKING, List.of());
    }
    return isElsewhere() ? new Seen(ELSEWHERE, List.of()) : play();
  }

  private Seen play() {
    Recording.nameTest("matrix / " + provider + " / " + fault + " / " + phase);
    try (Environment env = new Environment(subject(), fault, phase)) {
      String text = phase.play(env);
      env.requirePatience();
      return new Seen(text, env.wrong());
    } catch (RuntimeException | AssertionError e) {
      // An unexpected exception must not prevent the other cells from running.
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      return new Seen("threw " + e.getClass().getSimpleName(), List.of(trace.toString()));
    }
  }
}
