package io.batchwright.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.batchwright.BatchClient;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.openai.OpenAi;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.testing.ScriptedServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The environment variables of the vendors' SDKs are used. */
class FromEnvTest {
  private final ScriptedServer server = new ScriptedServer("{}");

  @AfterEach
  void close() {
    server.close();
  }

  private RecordedRequest sent(
      ClientBuilder<?> builder, String ref, Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("ANTHROPIC_BASE_URL", server.url());
    all.put("OPENAI_BASE_URL", server.url());
    try (BatchClient client = builder.fromEnv(all::get).build()) {
      Throwable unused = catchThrowable(() -> client.open(ref + "@" + server.url()).status());
    }
    return server.requests().get(server.requests().size() - 1);
  }

  private static String header(RecordedRequest request, String name) {
    return String.valueOf(request.getHeaders().get(name));
  }

  @Test
  void theTokenOfAnthropicIsABearerTokenUnlessThereIsAKey() {
    RecordedRequest token =
        sent(Anthropic.builder(), "anthropic:b", Map.of("ANTHROPIC_AUTH_TOKEN", "token"));
    RecordedRequest both =
        sent(
            Anthropic.builder(),
            "anthropic:b",
            Map.of("ANTHROPIC_AUTH_TOKEN", "token", "ANTHROPIC_API_KEY", "key"));

    assertThat(header(token, "authorization")).isEqualTo("Bearer token");
    assertThat(header(token, "x-api-key")).isEqualTo("null");
    assertThat(header(both, "x-api-key")).isEqualTo("key");
    assertThat(header(both, "authorization")).isEqualTo("null");
  }

  @Test
  void organizationAndProjectOfOpenAiAreRead() {
    RecordedRequest request =
        sent(
            OpenAi.builder(),
            "openai:b",
            Map.of("OPENAI_API_KEY", "k", "OPENAI_ORG_ID", "org", "OPENAI_PROJECT_ID", " proj "));

    assertThat(header(request, "openai-organization")).isEqualTo("org");
    assertThat(header(request, "openai-project")).isEqualTo("proj");
  }

  @Test
  void noKeyIsAnErrorThatNamesTheVariables() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Anthropic.builder().fromEnv(name -> " "))
        .withMessageContaining("ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN");
  }
}
