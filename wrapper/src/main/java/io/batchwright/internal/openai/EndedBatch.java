package io.batchwright.internal.openai;

import io.batchwright.BatchStatus;
import io.batchwright.NotEndedException;
import io.batchwright.internal.json.Fields;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has ended, and the files it names.
 *
 * @param status the batch
 * @param fields the batch as it stands on the wire
 */
record EndedBatch(BatchStatus status, Fields fields) {
  /** Checks that it has ended. */
  EndedBatch {
    if (!status.state().terminal()) {
      throw new NotEndedException(status);
    }
  }

  /**
   * Gives the files of results; a file id that is null or "" is none, any may hold anything, and
   * one that is named twice is one.
   */
  List<String> resultFiles() {
    return Stream.of("output_file_id", "error_file_id")
        .map(fields::text)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Gives the file of the requests, or null. */
  @Nullable String inputFile() {
    return fields.text("input_file_id");
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "EndedBatch[" + status + "]";
  }
}
