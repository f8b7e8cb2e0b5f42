package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.cli.Cli.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "validate",
        "submit",
        "list",
        "status",
        "wait",
        "results",
        "cancel",
        "delete",
        "providers",
        "sandbox"
      })
  void everyCommandHasHelpWithExamples(String command) {
    Run run = Cli.run(Map.of(), command, "--help");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("Examples:", "  batchwright " + command, "Exit codes:", "130");
  }

  @Test
  void theWholeHasHelpAndAVersion() {
    assertThat(Cli.run(Map.of(), "--help").out())
        .contains("Examples:", "submit", "validate", "list", "providers", "sandbox");
    assertThat(Cli.run(Map.of(), "--version").out()).startsWith("batchwright ");
  }

  @Test
  void wrongUsagePointsToTheHelp() {
    Run none = Cli.run(Map.of());
    Run unknown = Cli.run(Map.of(), "run", "x", "--provider", "nobody", "--out", "y");

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("Try: batchwright --help");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("no provider \"nobody\"; known: anthropic", "run --help");
  }

  @Test
  void noOptionTakesAKey() {
    assertThat(Cli.run(Map.of(), "submit", "--api-key", Cli.KEY.substring(0, 3)).code())
        .isEqualTo(2);
  }
}
