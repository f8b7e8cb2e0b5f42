package io.batchwright.conformance.stage;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that cannot run on this machine. */
public final class NotRun {
  private NotRun() {}

  /** Says so where it is read, and leaves the tests out. */
  public static ConditionEvaluationResult because(String what, ExtensionContext tests, String why) {
    System.out.println("NOT RUN: " + what + " (" + tests.getDisplayName() + "), because " + why);
    return ConditionEvaluationResult.disabled(why);
  }
}
