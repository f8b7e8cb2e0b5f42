package io.batchwright.conformance.bed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The vendors' own specifications, which are not part of the project and may be missing. */
public final class VendorSpecs implements ExecutionCondition {
  private static final String PROPERTY = "vendor.specs";

  /** Tests that use them; reported as not run where they are missing. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @ExtendWith(VendorSpecs.class)
  public @interface Needed {
    /** What cannot be tested without them. */
    String value();
  }

  /** Their folder. */
  public static Path folder() {
    return Path.of(System.getProperty(PROPERTY, ""));
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext tests) {
    boolean given = !System.getProperty(PROPERTY, "").isEmpty();
    if (given || tests.getTestMethod().isPresent()) return ConditionEvaluationResult.enabled("");
    String what = tests.getRequiredTestClass().getAnnotation(Needed.class).value();
    return NotRun.because(what, tests, "-D" + PROPERTY + " does not name their folder");
  }
}
