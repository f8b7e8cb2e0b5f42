package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.testing.LineAgreement;
import io.batchwright.testing.LineReading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectLinesAgainstGsonTest {
  private static final int COUNT = 15_000;

  private static void agree(ErrorTable table, long seed) {
    Map<String, Integer> kinds =
        LineAgreement.of(
            new DialectLines("any", table),
            new DialectOracle(table),
            DialectOracle.NOISE,
            seed,
            COUNT);

    assertThat(kinds)
        .containsOnlyKeys(
            "succeeded",
            "errored",
            "cancelled",
            "expired",
            "unreadable: " + LineReading.BROKEN,
            "unreadable: no custom_id",
            "unreadable: neither a response nor an error",
            "unreadable: no response.body");
    assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isGreaterThan(100));
  }

  @Test
  void theSameIsReadInEveryLineWithTheTableOfOpenAi() {
    agree(ErrorTable.USUAL, 2_000_000);
  }

  @Test
  void theSameIsReadInEveryLineWithTheTableOfMoonshot() {
    agree(
        error ->
            error.message().contains("Kimi-Api-Version")
                ? error.toBuilder().retryable(true).build()
                : error,
        3_000_000);
  }
}
