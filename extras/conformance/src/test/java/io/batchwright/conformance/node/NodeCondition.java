package io.batchwright.conformance.node;

import io.batchwright.conformance.stage.NotRun;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a class of tests run if Node and its package are there. */
final class NodeCondition implements ExecutionCondition {
  private static final ConditionEvaluationResult RUNS = ConditionEvaluationResult.enabled("");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext tests) {
    if (tests.getTestMethod().isPresent()) return RUNS; // the class was asked about already
    String npm = tests.getRequiredTestClass().getAnnotation(NeedsNode.class).value();
    return Node.obstacle()
        .map(why -> NotRun.because(npm + " " + Node.version(npm), tests, why))
        .orElse(RUNS);
  }
}
