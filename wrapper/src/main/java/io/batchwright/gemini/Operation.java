package io.batchwright.gemini;

import io.batchwright.BatchStatus;
import io.batchwright.NotEndedException;
import io.batchwright.internal.json.Fields;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has ended, and where its results are.
 *
 * @param status the batch
 * @param fields the operation as it stands on the wire, without inline results
 * @param inline those, which were passed over
 */
record Operation(BatchStatus status, Fields fields, InlineResults inline) {
  /** Checks that it has ended. */
  Operation {
    if (!status.state().terminal()) {
      throw new NotEndedException(status);
    }
  }

  /**
   * Gives the file of the results, or null. The operation names it twice, and SDKs look for it in
   * two more places.
   */
  @Nullable String resultFile() {
    Fields response = fields.object("response");
    Stream<@Nullable String> files =
        Stream.of(response, response.object("output"), metadata().object("output"), metadata())
            .map(holder -> holder.text("responsesFile"));
    return files.filter(Objects::nonNull).findFirst().orElse(null);
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
