package io.batchwright.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "batchwright",
    header = "Runs batches of LLM requests.",
    description = {
      "A batch is one job of many requests that a provider runs within hours, at half price.",
      "Keys come from the provider's usual environment variable or from --api-key-file."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "%nExamples:",
      "  batchwright run requests.jsonl --provider anthropic --sandbox --out results.jsonl",
      "  batchwright validate requests.jsonl --provider anthropic",
      "  batchwright submit requests.jsonl --provider anthropic > batch.ref",
      "  batchwright wait \"$(cat batch.ref)\"",
      "  batchwright results \"$(cat batch.ref)\" --out results.jsonl"
    })
final class Batchwright {
  private Batchwright() {}

  static CommandLine commandLine(World world) {
    CommandLine line = new CommandLine(new Batchwright());
    line.addSubcommand(new RunCommand(world));
    line.addSubcommand(new ValidateCommand(world));
    line.addSubcommand(new SubmitCommand(world));
    line.addSubcommand(new ListCommand(world));
    line.addSubcommand(new StatusCommand(world));
    line.addSubcommand(new WaitCommand(world));
    line.addSubcommand(new ResultsCommand(world));
    line.addSubcommand(new CancelCommand(world));
    line.addSubcommand(new DeleteCommand(world));
    line.addSubcommand(new ProvidersCommand(world));
    line.addSubcommand(new SandboxCommand(world));
    Failures failures = new Failures(world);
    line.setExecutionExceptionHandler(failures);
    line.setParameterExceptionHandler(failures);
    line.setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    line.registerConverter(Provider.class, new ProviderConverter());
    line.setUsageHelpWidth(100);
    describe(line.getCommandSpec());
    line.getSubcommands().values().forEach(sub -> describe(sub.getCommandSpec()));
    return line;
  }

  /** Adds what the help of every command has in common. */
  private static void describe(CommandSpec command) {
    command.mixinStandardHelpOptions(true);
    command.versionProvider(new Version());
    command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(Exit.help());
  }

  /** Names providers as refs do, and says which there are. */
  private static final class ProviderConverter implements ITypeConverter<Provider> {
    @Override
    public Provider convert(String name) {
      try {
        return Provider.named(name);
      } catch (CommandFailure e) {
        throw new TypeConversionException(e.text());
      }
    }
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Batchwright.class.getPackage().getImplementationVersion();
      return new String[] {"batchwright " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
  }
}
