package io.batchwright.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.batchwright.BatchClient;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.openai.OpenAi;
import io.batchwright.testing.ScriptedServer;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A supplied key is read for each call, and never shown. */
class RotatingKeyTest {
  private final ScriptedServer server = new ScriptedServer("{}");

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> providers() {
    return Stream.of(
        arguments(Anthropic::builder, "anthropic:b", "x-api-key", ""),
        arguments(
            () -> Anthropic.builder().bearerAuth(), "anthropic:b", "authorization", "Bearer "),
        arguments(Gemini::builder, "gemini:batches/b", "x-goog-api-key", ""),
        arguments(OpenAi::builder, "openai:b", "authorization", "Bearer "));
  }

  private static Arguments arguments(
      Supplier<ClientBuilder<?>> builder, String ref, String header, String prefix) {
    return Arguments.of(builder, ref, header, prefix);
  }

  private BatchClient client(Supplier<ClientBuilder<?>> builder, Supplier<String> keys) {
    return builder.get().baseUrl(server.url()).apiKey(keys).build();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void eachCallHasTheKeyOfItsTime(
      Supplier<ClientBuilder<?>> builder, String ref, String header, String prefix) {
    Iterator<String> keys = List.of("token-one", "token-two").iterator();
    server.respond(500, "{\"error\":{\"message\":\"token-one and token-two\"}}");
    try (BatchClient client = client(builder, keys::next)) {
      Throwable first = catchThrowable(() -> client.open(ref + "@" + server.url()).status());
      Throwable second = catchThrowable(() -> client.open(ref + "@" + server.url()).status());

      assertThat(first).hasMessageContaining("***").hasMessageNotContaining("token-one");
      assertThat(second).hasMessageContaining("*** and ***");
    }
    assertThat(server.requests())
        .extracting(request -> request.getHeaders().get(header))
        .containsExactly(prefix + "token-one", prefix + "token-two");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void noKeyIsAClearErrorAndNothingIsSent(
      Supplier<ClientBuilder<?>> builder, String ref, String header, String prefix) {
    for (String key : new String[] {null, "", " ", "two words"}) {
      try (BatchClient client = client(builder, () -> key)) {
        assertThatIllegalStateException()
            .isThrownBy(() -> client.open(ref + "@" + server.url()).status())
            .withMessageContaining("API key")
            .withMessageNotContaining("two words");
      }
    }
    assertThat(server.requests()).isEmpty();
  }
}
