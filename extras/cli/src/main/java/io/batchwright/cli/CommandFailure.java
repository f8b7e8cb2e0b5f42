package io.batchwright.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ends a command with an exit code and a message for the user. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String text;

  CommandFailure(int code, String text, @Nullable Throwable cause) {
    super(text, cause);
    this.code = code;
    this.text = text;
  }

  static CommandFailure usage(String text) {
    return new CommandFailure(Exit.USAGE, text, null);
  }

  /** Creates a failure with the library's message about an argument. */
  static CommandFailure usage(IllegalArgumentException error) {
    String text = Objects.requireNonNullElse(error.getMessage(), "The arguments do not fit");
    return new CommandFailure(Exit.USAGE, text, error);
  }

  int code() {
    return code;
  }

  String text() {
    return text;
  }
}
