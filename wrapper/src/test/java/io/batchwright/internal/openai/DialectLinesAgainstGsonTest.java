package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.testing.LineAgreement;
import io.batchwright.testing.LineReading;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DialectLinesAgainstGsonTest {
  private static final int COUNT = 15_000;

  @Test
  void theSameIsReadInEveryLine() {
    Map<String, Integer> kinds =
        LineAgreement.of(
            new DialectLines("any", error -> error, null),
            new DialectOracle(),
            DialectOracle.NOISE,
            2_000_000,
            3 * COUNT);

    assertThat(kinds)
        .containsOnlyKeys(
            "SUCCEEDED",
            "ERRORED",
            "CANCELLED",
            "EXPIRED",
            "UNREADABLE: " + LineReading.BROKEN,
            "UNREADABLE: no custom_id",
            "UNREADABLE: neither a response nor an error",
            "UNREADABLE: response.body is not an object");
    assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isGreaterThan(100));
  }
}
