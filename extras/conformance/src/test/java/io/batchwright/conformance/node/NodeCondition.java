package io.batchwright.conformance.node;

import io.batchwright.conformance.bed.NotRun;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test class only if Node and its package are installed. */
final class NodeCondition implements ExecutionCondition {
  private static final ConditionEvaluationResult RUNS = ConditionEvaluationResult.enabled("");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext tests) {
    if (tests.getTestMethod().isPresent()) return RUNS; // the class was checked already
    String npm = tests.getRequiredTestClass().getAnnotation(NeedsNode.class).value();
    return Node.obstacle()
        .map(why -> NotRun.because(npm + " " + Node.version(npm), tests, why))
        .orElse(RUNS);
  }
}
