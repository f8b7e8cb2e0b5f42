package io.batchwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages: README, what is in docs, CONTRIBUTING and SECURITY. */
class DocsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path EXAMPLES = Path.of("src/main/java/io/batchwright/examples");
  private static final Path TESTS = Path.of("src/test/java/io/batchwright/examples");

  private static final Pattern JAVA =
      Pattern.compile("(?:<!-- ([^\n]*) -->\n)?```java\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "SECURITY.md")) {
      pages.add(ROOT.resolve(name));
    }
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      docs.sorted().forEach(pages::add);
    }
    return pages;
  }

  /**
   * A snippet is named by the regions of sources that it shows: {@code <!-- FirstBatch: imports,
   * quick start -->}.
   */
  @ParameterizedTest
  @MethodSource("pages")
  void everyJavaSnippetIsPartOfASourceThatRuns(Path page) throws IOException {
    for (MatchResult snippet : matches(JAVA, Files.readString(page))) {
      String regions = snippet.group(1);
      assertThat(regions).as("the source of\n%s", snippet.group(2)).isNotNull();
      List<String> parts = new ArrayList<>();
      for (String source : regions.split("; ", -1)) {
        String[] words = source.split(": |, ", -1);
        for (int i = 1; i < words.length; i++) {
          parts.add(region(source(words[0]), words[i]));
        }
      }
      assertThat(snippet.group(2)).as(regions).isEqualTo(String.join("\n", parts));
    }
  }

  private static List<String> source(String name) throws IOException {
    Path example = EXAMPLES.resolve(name + ".java");
    return Files.readAllLines(Files.exists(example) ? example : TESTS.resolve(name + ".java"));
  }

  private static String region(List<String> source, String name) {
    if (name.equals("imports")) {
      List<String> imports = source.stream().filter(line -> line.startsWith("import ")).toList();
      return String.join("\n", imports) + "\n";
    }
    int begin = trimmed(source).indexOf("// docs: " + name);
    assertThat(begin).as("region %s", name).isNotNegative();
    List<String> rest = source.subList(begin + 1, source.size());
    String region = String.join("\n", rest.subList(0, trimmed(rest).indexOf("// docs: end")));
    return region.stripTrailing().stripIndent() + "\n";
  }

  private static List<String> trimmed(List<String> lines) {
    return lines.stream().map(String::strip).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    for (MatchResult link : matches(LINK, Files.readString(page))) {
      if (link.group(1).matches("[a-z]+:.*")) {
        continue; // another site's
      }
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
      assertThat(target).as(link.group()).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).as(link.group()).contains(link.group(2));
      }
    }
  }

  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void everyPageIsInTheIndex() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (Path page : pages()) {
      String name = page.getFileName().toString();
      assertThat(readme).contains(name.equals("README.md") ? "# Batchwright" : name + ")");
    }
  }

  @Test
  void everyExampleIsLinked() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path page : pages()) {
      all.append(Files.readString(page));
    }
    try (Stream<Path> sources = Files.list(EXAMPLES)) {
      assertThat(sources)
          .map(file -> file.getFileName().toString())
          .filteredOn(name -> !name.equals("package-info.java"))
          .hasSizeGreaterThan(9)
          .allMatch(name -> all.indexOf("/examples/" + name + ")") > 0, "linked from a page");
    }
  }

  @Test
  void everyExceptionIsExplained() throws IOException {
    String errors = Files.readString(ROOT.resolve("docs/errors.md"));
    Path types = ROOT.resolve("wrapper/src/main/java/io/batchwright");
    try (Stream<Path> sources = Files.list(types)) {
      assertThat(sources)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filteredOn(name -> name.endsWith("Exception"))
          .hasSizeGreaterThan(9)
          .allMatch(name -> errors.contains("| `" + name + "`"), "has a row");
    }
  }

  @Test
  void everyClassThatTheArchitectureNamesExists() throws IOException {
    Set<String> classes = new HashSet<>();
    for (String sources : List.of("wrapper/src", "extras/sandbox/src", "extras/examples/src")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(sources))) {
        files.forEach(file -> classes.add(file.getFileName().toString().replace(".java", "")));
      }
    }
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));
    List<MatchResult> names = matches(Pattern.compile("`([A-Z][A-Za-z]+)`"), page);
    assertThat(names).hasSizeGreaterThan(20).allMatch(name -> classes.contains(name.group(1)));
  }

  @Test
  void theTablesOfPerformanceAreTheReports() throws IOException {
    String report = Files.readString(ROOT.resolve("extras/benchmarks/report/results.md"));
    assertThat(Files.readAllLines(ROOT.resolve("docs/performance.md")))
        .filteredOn(line -> line.startsWith("|"))
        .hasSizeGreaterThan(30)
        .allMatch(line -> report.contains("\n" + line + "\n"), "a row of the report");
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }
}
