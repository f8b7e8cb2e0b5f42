package io.batchwright.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Finds the provider that a test runs for: the test class around it. */
final class SubjectOfTheTest implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Subject.class;
  }

  @Override
  public Subject resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRequiredTestInstances().findInstance(Subject.class).orElseThrow();
  }
}
