package io.batchwright.cli;

import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.providers.ClientBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A subcommand that talks to a provider. */
abstract class ProviderCommand extends Subcommand {
  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "The base URL, if it is not the provider's own.")
  @Nullable String baseUrl;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "Read the key from this file rather than from the environment.")
  @Nullable Path apiKeyFile;

  ProviderCommand(World world) {
    super(world);
  }

  final Connection connect(Provider provider, BatchListener listener) {
    String file = apiKeyFile == null ? null : KeyFile.read(apiKeyFile);
    List<String> variables = provider.keyVariables();
    ClientBuilder<?> builder = provider.builder();
    try {
      builder.fromEnv(
          name -> file != null && name.equals(variables.get(0)) ? file : world.env().apply(name));
    } catch (IllegalStateException e) {
      throw CommandFailure.usage(noKey(String.join(" or ", variables)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e);
    }
    return Connection.to(builder, baseUrl, listener);
  }

  /** Returns how a key can be passed. */
  String noKey(String variables) {
    return "There is no API key: set the environment variable "
        + variables
        + ", or name a file with --api-key-file FILE";
  }

  /** Returns a command line on this batch, with the options that reach it. */
  final String commandOn(String subcommand, BatchRef ref, String... more) {
    List<String> words = new ArrayList<>(List.of(subcommand, ref.toString()));
    words.addAll(List.of(more));
    return commandLine(words);
  }

  /** Returns a command line of these words, with the options that reach the same place. */
  final String commandLine(List<String> words) {
    List<String> all = new ArrayList<>();
    all.add(world.program());
    all.addAll(words);
    if (baseUrl != null) {
      all.addAll(List.of("--base-url", baseUrl));
    }
    if (apiKeyFile != null) {
      all.addAll(List.of("--api-key-file", apiKeyFile.toString()));
    }
    return all.stream().map(Shell::quote).collect(Collectors.joining(" "));
  }
}
