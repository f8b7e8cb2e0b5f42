package io.batchwright.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Finds the provider that a test runs for, which is the enclosing test class, and names it in
 * failures.
 */
final class SubjectOfTheTest implements ParameterResolver, TestExecutionExceptionHandler {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Subject.class;
  }

  @Override
  public Subject resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return subject(test);
  }

  /** The areas are nested in a class that all providers share, so reports name only that class. */
  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    failure.addSuppressed(new AssertionError("It was " + subject(test).getClass().getSimpleName()));
    throw failure;
  }

  private static Subject subject(ExtensionContext test) {
    return test.getRequiredTestInstances().findInstance(Subject.class).orElseThrow();
  }
}
