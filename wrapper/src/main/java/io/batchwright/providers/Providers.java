package io.batchwright.providers;

import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.zhipu.Zhipu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Every provider by the short name that refs begin with, for code whose provider is configured:
 *
 * <pre>{@code
 * BatchRef ref = BatchRef.parse(text);
 * BatchClient client = Providers.builder(ref.provider()).fromEnv().build();
 * }</pre>
 */
public final class Providers {
  private static final Map<String, Supplier<ClientBuilder<?>>> BUILDERS = new LinkedHashMap<>();

  static {
    BUILDERS.put("anthropic", Anthropic::builder);
    BUILDERS.put("gemini", Gemini::builder);
    BUILDERS.put("openai", OpenAi::builder);
    BUILDERS.put("moonshot", Moonshot::builder);
    BUILDERS.put("zhipu", Zhipu::builder);
  }

  private Providers() {}

  /** Returns the names of all providers. */
  public static List<String> names() {
    return List.copyOf(BUILDERS.keySet());
  }

  /**
   * Returns a builder of clients of a provider.
   *
   * @throws IllegalArgumentException if there is no provider of this name; the message lists the
   *     names
   */
  public static ClientBuilder<?> builder(String name) {
    Supplier<ClientBuilder<?>> builder = BUILDERS.get(name);
    if (builder == null) {
      throw new IllegalArgumentException(
          "There is no provider of that name; known: " + String.join(", ", names()));
    }
    return builder.get();
  }
}
