package io.batchwright.moonshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchClient;
import io.batchwright.BatchRef;
import io.batchwright.testing.Adapters;
import org.junit.jupiter.api.Test;

/** A key and a batch are valid at one site only, so a ref names the site. */
class MoonshotSitesTest {
  private static final BatchRef CHINA =
      Adapters.of(Moonshot.builder().apiKey("k").baseUrl(Moonshot.CHINA)).ref("batch_1");
  private static final BatchRef INTERNATIONAL =
      Adapters.of(Moonshot.builder().apiKey("k")).ref("batch_1");

  @Test
  void theInternationalSiteIsTheUsualOne() {
    assertThat(INTERNATIONAL).hasToString("moonshot:batch_1");
    assertThat(CHINA).hasToString("moonshot:batch_1@https://api.moonshot.cn");
    assertThat(Moonshot.INTERNATIONAL).startsWith("https://api.moonshot.ai/");
  }

  @Test
  void noClientSendsABatchOfOneSiteToTheOther() {
    try (BatchClient china = Moonshot.builder().apiKey("k").baseUrl(Moonshot.CHINA).build();
        BatchClient international = Moonshot.builder().apiKey("k").build()) {
      assertThatThrownBy(() -> china.open(INTERNATIONAL))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> international.open(CHINA))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(china.open(CHINA).ref()).isEqualTo(CHINA);
    }
  }
}
