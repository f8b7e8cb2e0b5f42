package io.batchwright.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Describes what is wrong with a file; Java's own messages are often the path alone. */
final class FileProblem {
  private FileProblem() {}

  static String of(UncheckedIOException error) {
    return error.getCause() == null ? "A file could not be used" : of(error.getCause());
  }

  static String of(IOException error) {
    if (error instanceof NoSuchFileException) {
      return "There is no file " + error.getMessage();
    }
    if (error instanceof AccessDeniedException) {
      return "No permission to use " + error.getMessage();
    }
    if (error instanceof FileSystemException file) {
      return file.getFile() + ": " + Objects.requireNonNullElse(file.getReason(), "unusable");
    }
    return Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
  }
}
