package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The library brings exactly these dependencies. */
class RuntimeDependenciesTest {
  /** Including transitive ones; the reasons are in DECISIONS.md. */
  private static final Set<String> AGREED =
      Set.of(
          "io.batchwright:batchwright-clients",
          "com.squareup.okhttp3:okhttp",
          "com.squareup.okio:okio",
          "com.squareup.okio:okio-jvm",
          "org.jetbrains.kotlin:kotlin-stdlib",
          "org.jetbrains.kotlin:kotlin-stdlib-common",
          "org.jetbrains.kotlin:kotlin-stdlib-jdk7",
          "org.jetbrains.kotlin:kotlin-stdlib-jdk8",
          "org.jetbrains:annotations",
          "com.google.code.gson:gson",
          "org.jspecify:jspecify",
          "com.google.errorprone:error_prone_annotations");

  private static final Pattern ARTIFACT = Pattern.compile("^ +([\\w.-]+:[\\w.-]+):jar:");

  @Test
  void theRuntimeDependenciesAreThoseThatWereAgreedOn() throws IOException {
    Set<String> found = new TreeSet<>();
    Path list = Path.of(System.getProperty("basedir", "."), "target", "runtime-dependencies.txt");
    for (String line : Files.readAllLines(list)) {
      Matcher artifact = ARTIFACT.matcher(line);
      if (artifact.find()) {
        found.add(artifact.group(1));
      }
    }
    assertThat(without(found, AGREED))
        .as("dependencies too many; whoever wants one adds it to this test and to DECISIONS.md")
        .isEmpty();
    assertThat(without(AGREED, found)).as("dependencies that are agreed on and missing").isEmpty();
  }

  private static Set<String> without(Set<String> these, Set<String> those) {
    Set<String> rest = new TreeSet<>(these);
    rest.removeAll(those);
    return rest;
  }
}
