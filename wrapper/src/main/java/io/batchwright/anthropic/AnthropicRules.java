package io.batchwright.anthropic;

import io.batchwright.internal.requests.BodyRule;
import io.batchwright.internal.requests.BodyRules;
import io.batchwright.internal.requests.Finding;
import io.batchwright.internal.requests.Finding.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known about bodies of the Messages API. The create accepts any; what it would refuse in a
 * single call ends as an errored request.
 */
final class AnthropicRules {
  private static final List<String> REQUIRED = List.of("max_tokens", "messages");

  private static final BodyRule NO_TOKENS =
      new BodyRule(
          "max_tokens",
          at ->
              "0".equals(at.word())
                  ? new Finding(Kind.RULE, "\"max_tokens\" must be at least 1 in a batch")
                  : null);

  private static final BodyRules ALWAYS =
      BodyRules.of(
              NO_TOKENS,
              BodyRule.refused("speed", "A batch has no \"speed\"; remove it"),
              BodyRule.foreign("contents", "Gemini"),
              BodyRule.foreign("max_completion_tokens", "OpenAI"),
              BodyRule.foreign("response_format", "OpenAI"))
          .with(BodyRule.OF_SDKS);

  private AnthropicRules() {}

  /** Returns the rules of an API version: since October 2026 sampling cannot be set. */
  static BodyRules of(String version) {
    Stream<String> refused =
        version.compareTo(Anthropic.VERSION_2026_10_21) < 0
            ? Stream.of()
            : Stream.of("temperature", "top_p", "top_k");
    List<BodyRule> newer =
        refused
            .map(
                name ->
                    BodyRule.refused(
                        name,
                        "The API version " + version + " refuses \"" + name + "\"; remove it"))
            .toList();
    return new BodyRules(REQUIRED, ALWAYS.with(newer).rules(), null, null);
  }
}
