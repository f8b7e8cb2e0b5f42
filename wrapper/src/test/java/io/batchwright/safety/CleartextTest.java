package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchClient;
import io.batchwright.gemini.Gemini;
import io.batchwright.providers.ClientBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plain http is allowed only to this machine and to an explicitly named host. */
class CleartextTest {
  private static final List<String> OTHERS =
      List.of(
          "http://gateway.example",
          "http://10.0.0.1:8080",
          "http://0.0.0.0",
          "http://169.254.169.254",
          "http://localhost.example",
          "http://127.0.0.1.example",
          "http://[fe80::1]",
          "HTTP://Gateway.Example/llm");

  @ParameterizedTest
  @EnumSource
  void noClientIsBuiltThatWouldSendTheKeyInTheClear(Provider provider) {
    for (String other : OTHERS) {
      ClientBuilder<?> builder = provider.builder().allowCleartextTo("another.example");
      assertThatThrownBy(() -> builder.baseUrl(other).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("allowCleartextTo")
          .satisfies(refused -> Canaries.assertNoneIn(refused.toString()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void plainHttpIsAllowedToThisMachineAndToANamedHost(Provider provider) {
    for (String allowed :
        List.of(
            "http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "http://gw.example")) {
      ClientBuilder<?> builder = provider.builder().allowCleartextTo("GW.example");
      try (BatchClient client = builder.baseUrl(allowed).build()) {
        assertThat(client.limits()).isNotNull();
      }
    }
  }

  @Test
  void neitherDoRequestsGoUpInTheClear() {
    for (String other : OTHERS) {
      assertThatThrownBy(() -> Gemini.builder().allowUploadsTo(other))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
