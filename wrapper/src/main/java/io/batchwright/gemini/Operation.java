package io.batchwright.gemini;

import io.batchwright.BatchStatus;
import io.batchwright.NotEndedException;
import io.batchwright.internal.json.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has ended, and where its results are.
 *
 * @param status the batch
 * @param fields the operation as it stands on the wire, without inline results
 * @param inline what was seen of those
 */
record Operation(BatchStatus status, Fields fields, InlineScanner inline) {
  /** Checks that it has ended. */
  Operation {
    if (!status.state().terminal()) {
      throw new NotEndedException(status);
    }
  }

  /** Gives the file of the results, which the operation names twice, or null. */
  @Nullable String resultFile() {
    String file = fields.object("response").text("responsesFile");
    return file != null ? file : metadata().object("output").text("responsesFile");
  }

  /** Gives the file of the requests, or null. */
  @Nullable String inputFile() {
    return metadata().object("inputConfig").text("fileName");
  }

  private Fields metadata() {
    return fields.object("metadata");
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "Operation[" + status + "]";
  }
}
