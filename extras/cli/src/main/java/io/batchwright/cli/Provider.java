package io.batchwright.cli;

import io.batchwright.anthropic.Anthropic;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.spi.ClientBuilder;
import io.batchwright.zhipu.Zhipu;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The providers that the command knows; another one is one more line. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are method references and hold nothing
enum Provider {
  ANTHROPIC(Anthropic::builder, Sandbox::anthropicUrl, "ANTHROPIC_API_KEY"),
  OPENAI(OpenAi::builder, Sandbox::openAiUrl, "OPENAI_API_KEY"),
  MOONSHOT(Moonshot::builder, Sandbox::moonshotUrl, "MOONSHOT_API_KEY"),
  ZHIPU(Zhipu::builder, Sandbox::zhipuUrl, "ZHIPUAI_API_KEY", "ZAI_API_KEY");

  private final Supplier<ClientBuilder<?>> builder;
  private final Function<Sandbox, String> sandboxUrl;
  private final List<String> keyVariables;

  Provider(
      Supplier<ClientBuilder<?>> builder,
      Function<Sandbox, String> sandboxUrl,
      String... keyVariables) {
    this.builder = builder;
    this.sandboxUrl = sandboxUrl;
    this.keyVariables = List.of(keyVariables);
  }

  /** Finds the provider that a ref begins with. */
  static Provider named(String name) {
    return Arrays.stream(values())
        .filter(provider -> provider.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "There is no provider \""
                        + name
                        + "\"; known: "
                        + Arrays.stream(values())
                            .map(Provider::toString)
                            .collect(Collectors.joining(", "))));
  }

  /** Gives the environment variables that may hold the key, in the order they are looked at. */
  List<String> keyVariables() {
    return keyVariables;
  }

  ClientBuilder<?> builder() {
    return builder.get();
  }

  String sandboxUrl(Sandbox sandbox) {
    return sandboxUrl.apply(sandbox);
  }

  /** Gives the name that the option and refs use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
