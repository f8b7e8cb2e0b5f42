package io.batchwright.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.ListOptions;
import io.batchwright.TransportException;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.SpecPaths;
import io.batchwright.zhipu.Zhipu;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider's default base URL is the first server of its spec. */
class SitesOfTheSpecsTest {
  static List<Arguments> builders() {
    return List.of(
        Arguments.of("anthropic", Anthropic.builder()),
        Arguments.of("gemini", Gemini.builder()),
        Arguments.of("openai", OpenAi.builder()),
        Arguments.of("moonshot", Moonshot.builder()),
        Arguments.of("zhipu", Zhipu.builder()));
  }

  @ParameterizedTest
  @MethodSource("builders")
  void withoutABaseUrlCallsGoToTheSpecsServer(String provider, ClientBuilder<?> builder)
      throws IOException {
    List<String> sent = new ArrayList<>();
    OkHttpClient offline =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  sent.add(chain.request().url().newBuilder().query(null).toString());
                  throw new IOException("offline");
                })
            .build();
    try (ProviderAdapter adapter = Adapters.of(builder.apiKey("k").okHttpClient(offline))) {
      assertThatThrownBy(() -> adapter.list(ListOptions.all(), null))
          .isInstanceOf(TransportException.class);
    }

    String list = Objects.requireNonNull(SpecPaths.of(provider, Gemini.V1BETA).get("listBatches"));
    assertThat(sent)
        .containsExactly(SpecPaths.sites(provider).get(0) + list.substring("GET ".length()));
  }

  @Test
  void moonshotsSitesAreThoseOfItsSpec() throws IOException {
    assertThat(SpecPaths.sites("moonshot")).containsExactly(Moonshot.INTERNATIONAL, Moonshot.CHINA);
  }
}
