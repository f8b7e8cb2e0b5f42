package io.batchwright.cli;

import io.batchwright.providers.ClientBuilder;
import io.batchwright.providers.ClientBuilder.Variables;
import io.batchwright.providers.Providers;
import io.batchwright.sandbox.Sandbox;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The providers that the command knows; another one is one more line. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are method references and hold nothing
enum Provider {
  ANTHROPIC(Sandbox::anthropicUrl),
  GEMINI(Sandbox::geminiUrl),
  OPENAI(Sandbox::openAiUrl),
  MOONSHOT(Sandbox::moonshotUrl),
  ZHIPU(Sandbox::zhipuUrl);

  private final Function<Sandbox, String> sandboxUrl;

  Provider(Function<Sandbox, String> sandboxUrl) {
    this.sandboxUrl = sandboxUrl;
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

  /**
   * Returns the environment variables that may hold the key, in the order in which they are read.
   */
  List<String> keyVariables() {
    return builder().variables().stream().map(Variables::key).toList();
  }

  ClientBuilder<?> builder() {
    return Providers.builder(toString());
  }

  String sandboxUrl(Sandbox sandbox) {
    return sandboxUrl.apply(sandbox);
  }

  /** Returns the name that the option and refs use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
