package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.Capability;
import io.batchwright.ProviderLimits;
import io.batchwright.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProvidersCommandTest {
  private static final ProviderFacts FACTS =
      new ProviderFacts(
          Provider.ANTHROPIC,
          ProviderLimits.builder()
              .maxRequests(ProviderLimits.UNKNOWN_MAX_REQUESTS)
              .maxBytes(100_000_000)
              .customId(Pattern.compile(".+"), "any")
              .oneModel(true)
              .windows(Duration.ofHours(12), Duration.ofDays(7))
              .build(),
          Set.of(Capability.ENDPOINT));

  @Test
  void showsLimitsAndCapabilitiesWithoutAKey() {
    Run run = Cli.run(Map.of(), "providers");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern(
            "anthropic\\R  key +ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN\\R  requests +100,000\\R")
        .containsPattern("bytes +256,000,000\\R")
        .containsPattern("completion window +24h\\R")
        .containsPattern("LIST_BEFORE +yes\\R");
  }

  @Test
  void printsJson() {
    Run run = Cli.run(Map.of(), "providers", "--json");

    List<String> names = new ArrayList<>();
    for (JsonElement provider : run.json().getAsJsonArray("providers")) {
      names.add(provider.getAsJsonObject().get("provider").getAsString());
    }
    assertThat(names)
        .containsExactlyElementsOf(
            Arrays.stream(Provider.values()).map(Provider::toString).toList());
    JsonObject first = run.json().getAsJsonArray("providers").get(0).getAsJsonObject();
    assertThat(first.get("key_variables"))
        .hasToString("[\"ANTHROPIC_API_KEY\",\"ANTHROPIC_AUTH_TOKEN\"]");
    assertThat(first.get("max_requests").getAsLong()).isEqualTo(100_000);
    assertThat(first.get("capabilities")).hasToString("[\"list_before\"]");
  }

  @Test
  void theDocumentationShowsTheTable() throws IOException {
    Run run = Cli.run(Map.of(), "providers", "--markdown");

    assertThat(Files.readString(Path.of("..", "..", "docs", "providers.md")))
        .contains("\n\n" + run.out() + "\n");
  }

  @Test
  void readmeShowsKeysAndLimits() throws IOException {
    String readme = Files.readString(Path.of("..", "..", "README.md"));

    for (Provider provider : Provider.values()) {
      Map<String, String> facts = ProviderFacts.of(provider).named();
      assertThat(readme)
          .containsPattern("\n\\| " + provider + " \\| `")
          .contains(
              String.format(
                  " | %s | %s | %s |\n",
                  facts.get("key"), facts.get("requests"), facts.get("bytes")));
    }
  }

  @Test
  void theTableIsNoJson() {
    assertThat(Cli.run(Map.of(), "providers", "--markdown", "--json").code()).isEqualTo(2);
  }

  @Test
  void saysWhatIsNotDocumented() {
    assertThat(FACTS.named())
        .containsEntry("requests", "not documented")
        .containsEntry("completion window", "12h to 7d")
        .containsEntry("one model", "yes")
        .containsEntry("ENDPOINT", "yes")
        .containsEntry("METADATA", "no");
    assertThat(FACTS.json().get("max_requests").isJsonNull()).isTrue();
    assertThat(FACTS.json().get("longest_window_seconds").getAsInt()).isEqualTo(604_800);
  }
}
