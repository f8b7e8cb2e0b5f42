package io.batchwright.cli;

import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A subcommand that talks to a provider. */
abstract class ProviderCommand extends Subcommand {
  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the provider is, if not at its own address.")
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
    return Connection.to(provider, key(provider), baseUrl, listener);
  }

  private String key(Provider provider) {
    if (apiKeyFile != null) {
      return KeyFile.read(apiKeyFile);
    }
    String variable = provider.keyVariable();
    String key = Objects.requireNonNullElse(world.env().apply(variable), "").strip();
    if (key.isEmpty()) {
      throw CommandFailure.usage(noKey(variable));
    }
    return key;
  }

  /** Says how a key can be given. */
  String noKey(String variable) {
    return "There is no API key: set the environment variable "
        + variable
        + ", or give a file with --api-key-file FILE";
  }

  /** Gives a command line on this batch, with the options that reach it. */
  final String commandOn(String subcommand, BatchRef ref, String... more) {
    StringBuilder line = new StringBuilder(Shell.quote(world.program()));
    line.append(' ').append(subcommand).append(' ').append(Shell.quote(ref.toString()));
    for (String word : more) {
      line.append(' ').append(Shell.quote(word));
    }
    if (baseUrl != null) {
      line.append(" --base-url ").append(Shell.quote(baseUrl));
    }
    if (apiKeyFile != null) {
      line.append(" --api-key-file ").append(Shell.quote(apiKeyFile.toString()));
    }
    return line.toString();
  }
}
