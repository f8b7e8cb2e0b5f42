package io.batchwright.conformance.table;

import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.Node;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Observes the tests of one SDK and saves their verdicts. */
final class Journal implements TestWatcher, AfterAllCallback {
  private static final Pattern JAR = Pattern.compile("(.+?)(?:-core)?-([0-9][^/]*)\\.jar");

  private final Map<Step, Verdict> verdicts = new EnumMap<>(Step.class);

  @Override
  public void testSuccessful(ExtensionContext test) {
    Method method = test.getRequiredTestMethod();
    Shows shows = method.getAnnotation(Shows.class);
    if (shows != null) verdicts.merge(shows.value(), Verdict.OK, Verdict::and);
    Lacks lacks = method.getAnnotation(Lacks.class);
    if (lacks != null) verdicts.merge(lacks.value(), Verdict.NONE, Verdict::and);
  }

  @Override
  public void testFailed(ExtensionContext test, Throwable cause) {
    Method method = test.getRequiredTestMethod();
    Shows shows = method.getAnnotation(Shows.class);
    if (shows != null) verdicts.put(shows.value(), Verdict.FAILED);
    Lacks lacks = method.getAnnotation(Lacks.class);
    if (lacks != null) verdicts.put(lacks.value(), Verdict.FAILED);
  }

  @Override
  public void afterAll(ExtensionContext tests) throws IOException {
    Sdk sdk = tests.getRequiredTestClass().getAnnotation(Sdk.class);
    NeedsNode npm = tests.getRequiredTestClass().getAnnotation(NeedsNode.class);
    String name = npm == null ? jar(sdk.value()) : npm.value() + " " + Node.version(npm.value());
    String at = sdk.at().isEmpty() ? "" : " at " + sdk.at();
    new Row(name + at, verdicts).saveTo(TableTest.folder());
  }

  /** The name and the version of the jar that contains a class. */
  private static String jar(Class<?> type) {
    String url = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    Matcher matcher = JAR.matcher(String.valueOf(Path.of(url).getFileName()));
    if (!matcher.matches()) throw new IllegalStateException(type + " is in no jar with a version");
    return matcher.group(1) + " " + matcher.group(2);
  }
}
