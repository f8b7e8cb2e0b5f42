package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How large the library may be: a ratchet that only goes down.
 *
 * <p>A line of code is neither blank, comment, import nor package line. When a package gets
 * smaller, lower its figure here; only an issue that grants lines raises one.
 *
 * <p>Since results tell how a response ended, the figures are above what was granted, and have to
 * come down.
 */
class BudgetTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "."), "src", "main", "java");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern NO_CODE = Pattern.compile("\\s*(//.*)?|(import|package) .*");

  private static final Map<String, Integer> MOST_LINES =
      Map.ofEntries(
          Map.entry("io.batchwright", 1640),
          Map.entry("io.batchwright.anthropic", 413),
          Map.entry("io.batchwright.gemini", 1181),
          Map.entry("io.batchwright.internal.client", 564),
          Map.entry("io.batchwright.internal.http", 956),
          Map.entry("io.batchwright.internal.json", 1358),
          Map.entry("io.batchwright.internal.lines", 805),
          Map.entry("io.batchwright.internal.openai", 820),
          Map.entry("io.batchwright.internal.requests", 786),
          Map.entry("io.batchwright.internal.results", 716),
          Map.entry("io.batchwright.internal.wait", 553),
          Map.entry("io.batchwright.moonshot", 65),
          Map.entry("io.batchwright.openai", 89),
          Map.entry("io.batchwright.providers", 302),
          Map.entry("io.batchwright.zhipu", 124));

  @Test
  void noPackageIsLargerThanItsBudget() {
    Map<String, Integer> lines = new TreeMap<>();
    for (Path file : files()) {
      String folder = SOURCES.relativize(file.getParent()).toString();
      lines.merge(
          folder.replace(file.getFileSystem().getSeparator(), "."), code(file), Integer::sum);
    }
    assertThat(lines)
        .allSatisfy(
            (name, count) ->
                assertThat(count).isLessThanOrEqualTo(MOST_LINES.getOrDefault(name, 0)));
    assertThat(lines).containsOnlyKeys(MOST_LINES.keySet());
  }

  @Test
  void filesAreShort() {
    List<Long> sizes = files().stream().map(BudgetTest::lines).sorted().toList();
    assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(80);
    assertThat(sizes.get(sizes.size() * 9 / 10)).as("nine of ten").isLessThanOrEqualTo(250);
    assertThat(sizes.get(sizes.size() - 1)).as("longest").isLessThanOrEqualTo(400);
  }

  private static List<Path> files() {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int code(Path file) {
    String text = COMMENT.matcher(read(file)).replaceAll("");
    return (int) text.lines().filter(line -> !NO_CODE.matcher(line).matches()).count();
  }

  private static long lines(Path file) {
    return read(file).lines().count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
