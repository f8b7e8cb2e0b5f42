package io.batchwright.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The providers, with Gemini in both ways of sending requests. */
public final class Subjects {
  /** Returns all of them by name. */
  public static final Map<String, Subject> ALL = all();

  private Subjects() {}

  private static Map<String, Subject> all() {
    Map<String, Subject> all = new LinkedHashMap<>();
    all.put("anthropic", new AnthropicContractTest());
    all.put("gemini inline", new GeminiInlineContractTest());
    all.put("gemini file", new GeminiFileContractTest());
    all.put("openai", new OpenAiContractTest());
    all.put("moonshot", new MoonshotContractTest());
    all.put("zhipu", new ZhipuContractTest());
    return Collections.unmodifiableMap(all);
  }
}
