package io.batchwright.cli;

import io.batchwright.BatchInput;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the requests of a batch come from: a file here, or one that the provider has. */
final class Requests {
  @Parameters(paramLabel = RequestFile.LABEL, description = RequestFile.DESCRIPTION)
  private @Nullable Path path;

  @Option(
      names = "--uploaded",
      paramLabel = "FILE_ID",
      description = "Submit a file that the provider has already.")
  private @Nullable String fileId;

  /** Returns the local file, or null if the provider has the file. */
  @Nullable RequestFile file() {
    return path == null ? null : new RequestFile(path);
  }

  /** Returns whether these are the file of that id, which the provider had before. */
  boolean isFile(String id) {
    return id.equals(fileId);
  }

  BatchInput input() {
    RequestFile file = file();
    return file == null ? BatchInput.uploaded(Objects.requireNonNull(fileId)) : file.input();
  }
}
