package io.batchwright.internal.openai;

import io.batchwright.ApiError;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.NotEndedException;
import io.batchwright.RequestCounts;
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
   * Gives the files of results; a file id that is null or "" is none, and any may hold anything.
   */
  List<String> resultFiles() {
    return Stream.of("output_file_id", "error_file_id")
        .map(fields::text)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Gives the file of the requests, or null. */
  @Nullable String inputFile() {
    return fields.text("input_file_id");
  }

  /** Says why it names no file of results. */
  String whyNoResults() {
    if (status.state() == BatchState.FAILED) {
      return whyFailed(status.errors());
    }
    RequestCounts counts = status.counts();
    long done = counts.succeeded() + counts.errored();
    return "the provider names no file of them, and counts " + done + " requests as done";
  }

  private static String whyFailed(List<ApiError> errors) {
    if (errors.isEmpty()) {
      return "it failed as a whole, and the provider does not say why; validate() shows what is"
          + " wrong with an input that can be known from outside";
    }
    String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more errors";
    return "it failed as a whole: " + errors.get(0).text() + more;
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "EndedBatch[" + status + "]";
  }
}
