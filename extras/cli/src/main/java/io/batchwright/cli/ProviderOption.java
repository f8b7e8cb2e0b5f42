package io.batchwright.cli;

import picocli.CommandLine.Option;

/** The option that names a provider, for commands that have no ref to take it from. */
final class ProviderOption {
  @Option(
      names = "--provider",
      required = true,
      paramLabel = "P",
      description = "Who runs the batch: ${COMPLETION-CANDIDATES}.")
  private Provider provider = Provider.ANTHROPIC;

  Provider provider() {
    return provider;
  }
}
