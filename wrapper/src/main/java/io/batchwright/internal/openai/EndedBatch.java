package io.batchwright.internal.openai;

import io.batchwright.BatchStatus;
import io.batchwright.NotEndedException;
import io.batchwright.client.openai.model.Batch;
import io.batchwright.internal.json.JsonValues;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has ended, and the files it names.
 *
 * @param status the batch
 * @param batch the batch as it was received
 */
record EndedBatch(BatchStatus status, Batch batch) {
  /** Checks that it has ended. */
  EndedBatch {
    if (!status.state().terminal()) {
      throw new NotEndedException(status);
    }
  }

  /**
   * Returns the files of results; a file id that is null or "" is none, any may hold anything, and
   * one that is named twice is one.
   */
  List<String> resultFiles() {
    return Stream.of(batch.getOutputFileId(), batch.getErrorFileId())
        .map(JsonValues::first)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Returns the file of the requests, or null. */
  @Nullable String inputFile() {
    return JsonValues.first(batch.getInputFileId());
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "EndedBatch[" + status + "]";
  }
}
