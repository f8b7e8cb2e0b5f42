package io.batchwright.cli;

import io.batchwright.BatchHandle;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitException;
import java.util.Objects;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** A subcommand that submits requests. */
abstract class InputCommand extends ProviderCommand {
  @ArgGroup(multiplicity = "1")
  Requests requests = new Requests();

  @Mixin private ProviderOption who = new ProviderOption();

  @Mixin BatchOptions options = new BatchOptions();

  InputCommand(World world) {
    super(world);
  }

  final Provider provider() {
    return who.provider();
  }

  /** Refuses a file that cannot be read, before anything else is done. */
  final void checkInput() {
    RequestFile file = requests.file();
    if (file != null) {
      file.check();
    }
  }

  final BatchHandle submit(Connection connection) {
    advise(SubmitAdvice.UNSURE);
    try {
      return connection.client().submit(requests.input(), options.submitOptions());
    } catch (InvalidInputException e) {
      advise(Advice.NONE);
      String problems = file().problems(e.report());
      throw new CommandFailure(Exit.USAGE, problems + "\nNothing was sent.", e);
    } catch (IllegalArgumentException e) {
      advise(Advice.NONE);
      throw CommandFailure.usage(e);
    } catch (SubmitException e) {
      advise(afterFailure(connection, e));
      throw e;
    }
  }

  /** Only a local file is validated and read. */
  private RequestFile file() {
    return Objects.requireNonNull(requests.file());
  }

  /** Returns what to do after a submit that failed. */
  Advice afterFailure(Connection connection, SubmitException error) {
    return new SubmitAdvice(this, connection).after(error);
  }
}
