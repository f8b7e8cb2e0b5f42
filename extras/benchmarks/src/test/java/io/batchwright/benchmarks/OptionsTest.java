package io.batchwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "'', ''",
        "--rounds 5, ''",
        "--out a --data b, ''",
        "--quick --rounds 1, --quick",
        "--quick --rounds 5, --quick --rounds 5",
        "--only results --out a, --only results",
        "--against old.jar, --against …",
      })
  void theReportNamesTheOptionsThatAffectItsFigures(String given, String named) {
    List<String> arguments = given.isEmpty() ? List.of() : List.of(given.split(" ", -1));

    assertThat(Options.parse(Path.of("home"), arguments).forReport()).isEqualTo(named);
  }

  @Test
  void severalGroupsAreNamedAsTheyWereGiven() {
    List<String> arguments = List.of("--only", "cold,waits", "--rounds", "3");

    assertThat(Options.parse(Path.of("home"), arguments).forReport())
        .isEqualTo("--rounds 3 --only cold,waits");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> Options.parse(Path.of("home"), List.of("--fast")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--fast");
  }
}
