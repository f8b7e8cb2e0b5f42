package io.batchwright.zhipu;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.openai.DialectLines;
import io.batchwright.internal.openai.DialectOracle;
import io.batchwright.testing.LineAgreement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ZhipuLinesAgainstGsonTest {
  @Test
  void theSameIsReadInEveryLine() {
    Map<String, Integer> kinds =
        LineAgreement.of(
            new DialectLines("zhipu", ZhipuErrors::classify, null),
            new DialectOracle(),
            DialectOracle.NOISE,
            4_000_000,
            15_000);

    assertThat(kinds).hasSize(8);
    assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isGreaterThan(100));
  }
}
