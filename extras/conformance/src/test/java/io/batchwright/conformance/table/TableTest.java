package io.batchwright.conformance.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.conformance.node.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs last: prints the table from the saved rows, and checks that no cell is missing. */
class TableTest {
  private static final int JAVA_SDKS = 7;
  private static final int NPM_SDKS = 4;

  /** Where the rows are saved, and then the table. */
  static Path folder() {
    return Path.of(System.getProperty("conformance.folder", "target/conformance"));
  }

  @Test
  void everySdkDidEveryStepOrHasNone() throws IOException {
    Table table = new Table(rows());
    Files.write(folder().resolve("sdks.md"), table.lines(), StandardCharsets.UTF_8);
    System.out.println(String.join(System.lineSeparator(), table.lines()));
    Node.obstacle().ifPresent(why -> System.out.println("NOT RUN: npm SDKs, because " + why));

    assertThat(table.rows())
        .hasSize(JAVA_SDKS + (Node.obstacle().isPresent() ? 0 : NPM_SDKS))
        .allSatisfy(
            row ->
                assertThat(row.verdicts())
                    .containsOnlyKeys(Step.values())
                    .doesNotContainValue(Verdict.FAILED));
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".row")).sorted().toList()) {
        rows.add(Row.load(file));
        Files.delete(file); // otherwise another run would take it for its own
      }
    }
    return rows;
  }
}
