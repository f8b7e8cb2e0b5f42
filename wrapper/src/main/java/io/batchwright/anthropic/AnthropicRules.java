package io.batchwright.anthropic;

import io.batchwright.internal.requests.BodyRule;
import io.batchwright.internal.requests.BodyRules;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about bodies of the Messages API. The create accepts any; what it would refuse in a
 * single call ends as an errored request.
 */
final class AnthropicRules {
  private static final List<String> REQUIRED = List.of("max_tokens", "messages");

  private static final List<BodyRule> ALWAYS =
      List.of(
          BodyRule.refused(
              "max_tokens",
              at -> "0".equals(at.word()),
              "\"max_tokens\" must be at least 1 in a batch"),
          BodyRule.refused("speed", "A batch has no \"speed\"; remove it"),
          BodyRule.foreign("contents", "Gemini"),
          BodyRule.foreign("max_completion_tokens", "OpenAI"),
          BodyRule.foreign("response_format", "OpenAI"));

  private AnthropicRules() {}

  /** Returns the rules of an API version: since October 2026 sampling cannot be set. */
  static BodyRules of(String version) {
    List<BodyRule> rules = new ArrayList<>(ALWAYS);
    if (version.compareTo(Anthropic.VERSION_2026_10_21) >= 0) {
      for (String name : List.of("temperature", "top_p", "top_k")) {
        String problem = "The API version " + version + " refuses \"" + name + "\"; remove it";
        rules.add(BodyRule.refused(name, problem));
      }
    }
    return new BodyRules(REQUIRED, rules, null, null);
  }
}
