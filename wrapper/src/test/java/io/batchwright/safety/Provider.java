package io.batchwright.safety;

import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.zhipu.Zhipu;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The providers, with each way of sending the key and the requests. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum Provider {
  ANTHROPIC(Anthropic::builder, Sandbox::anthropicUrl, Sandbox::anthropic),
  ANTHROPIC_WITH_BEARER(
      () -> Anthropic.builder().bearerAuth(), Sandbox::anthropicUrl, Sandbox::anthropic),
  GEMINI_INLINE(Gemini::builder, Sandbox::geminiUrl, Sandbox::gemini),
  GEMINI_FILE(() -> Gemini.builder().inlineUpTo(0), Sandbox::geminiUrl, Sandbox::gemini),
  OPENAI(OpenAi::builder, Sandbox::openAiUrl, Sandbox::openAi),
  MOONSHOT(Moonshot::builder, Sandbox::moonshotUrl, Sandbox::moonshot),
  ZHIPU(Zhipu::builder, Sandbox::zhipuUrl, Sandbox::zhipu);

  private final Supplier<ClientBuilder<?>> builder;
  private final Function<Sandbox, String> url;
  private final Function<Sandbox, ProviderControl> control;

  Provider(
      Supplier<ClientBuilder<?>> builder,
      Function<Sandbox, String> url,
      Function<Sandbox, ProviderControl> control) {
    this.builder = builder;
    this.url = url;
    this.control = control;
  }

  /** Starts building a client with the canary as its key. */
  ClientBuilder<?> builder() {
    return builder.get().apiKey(Canaries.KEY);
  }

  /** Returns the path of the base URL in a sandbox. */
  String path(Sandbox sandbox) {
    return url.apply(sandbox).replaceFirst("^http://[^/]*", "");
  }

  ProviderControl control(Sandbox sandbox) {
    return control.apply(sandbox);
  }

  /** Creates requests with these ids and the canary as prompt. */
  BatchInput input(String... ids) {
    return BatchInput.of(
        List.of(ids).stream().map(id -> BatchRequest.of(id, body(Canaries.PROMPT))).toList());
  }

  /** Creates the body of a request. */
  Map<String, Object> body(String prompt) {
    boolean gemini = name().startsWith("GEMINI");
    Object turn =
        gemini
            ? Map.of("role", "user", "parts", List.of(Map.of("text", prompt)))
            : Map.of("role", "user", "content", prompt);
    return gemini
        ? Map.of("model", "model-1", "contents", List.of(turn))
        : Map.of("model", "model-1", "max_tokens", 16, "messages", List.of(turn));
  }
}
