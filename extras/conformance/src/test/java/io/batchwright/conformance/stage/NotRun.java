package io.batchwright.conformance.bed;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that cannot run on this machine. */
public final class NotRun {
  private NotRun() {}

  /** Prints why, and skips the tests. */
  public static ConditionEvaluationResult because(String what, ExtensionContext tests, String why) {
    System.out.println("NOT RUN: " + what + " (" + tests.getDisplayName() + "), because " + why);
    return ConditionEvaluationResult.disabled(why);
  }
}
