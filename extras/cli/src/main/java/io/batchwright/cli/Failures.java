package io.batchwright.cli;

import com.google.gson.JsonObject;
import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.SubmitException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints what went wrong, without stack traces, and chooses the exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final World world;

  Failures(World world) {
    this.world = world;
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    String name = error.getCommandLine().getCommandSpec().qualifiedName();
    world.err().println(error.getMessage());
    world.err().println("Try: " + name + " --help");
    if (Arrays.asList(args).contains("--json")) {
      world.out().println(Json.compact(json(Exit.USAGE, null, String.valueOf(error.getMessage()))));
    }
    return Exit.USAGE;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine line, ParseResult parsed) {
    Subcommand command = line.getCommand();
    if (command.goingDown()) {
      return Exit.INTERRUPTED;
    }
    int code = Exit.of(error);
    if (code == Exit.INTERRUPTED) {
      command.sayInterrupted();
    } else {
      world.err().println(text(error));
      if (!(error instanceof BatchNotFoundException)) {
        command.sayAdvice();
      }
    }
    if (command.debug()) {
      error.printStackTrace(world.err());
    }
    if (command.json()) {
      String what = code == Exit.INTERRUPTED ? "Interrupted" : text(error);
      JsonObject object = json(code, command.advice().ref(), what);
      if (error instanceof SubmitException submit && submit.uploadedFileId() != null) {
        object.addProperty("uploaded_file_id", submit.uploadedFileId());
      }
      world.out().println(Json.compact(object));
    }
    return code;
  }

  private static JsonObject json(int code, @Nullable BatchRef ref, String error) {
    JsonObject object = new JsonObject();
    object.addProperty("exit_code", code);
    object.add("ref", Json.text(ref));
    object.addProperty("error", error);
    return object;
  }

  /** Messages that we do not know may hold content, and are not shown. */
  private static String text(Exception error) {
    if (error instanceof CommandFailure failure) {
      return failure.text();
    }
    if (error instanceof SubmitException submit) {
      return text(submit);
    }
    if (error instanceof AwaitTimeoutException timeout) {
      return timeout.ref() + " did not end in time.";
    }
    if (error instanceof BatchException batch) {
      return Objects.requireNonNullElse(batch.getMessage(), "");
    }
    if (error instanceof UncheckedIOException io) {
      return FileProblem.of(io);
    }
    return "Unexpected " + error.getClass().getName() + "; --debug shows where it comes from";
  }

  private static String text(SubmitException error) {
    String sentence =
        switch (error.delivery()) {
          case NOT_SENT -> "No batch was created, so it is safe to submit again.";
          case REJECTED -> "No batch was created.";
          case MAYBE_CREATED -> "A batch may have been created.";
        };
    return error.fact() + ". " + sentence;
  }
}
