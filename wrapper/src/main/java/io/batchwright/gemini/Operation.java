package io.batchwright.gemini;

import io.batchwright.BatchStatus;
import io.batchwright.NoResultsException;
import io.batchwright.NotEndedException;
import io.batchwright.gemini.InlineResults.Part;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ResultCall;
import io.batchwright.internal.http.Transport;
import io.batchwright.internal.json.Fields;
import io.batchwright.internal.results.ResultBytes;
import io.batchwright.internal.results.ResultFile;
import io.batchwright.internal.results.ResultSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has ended, with its files and its results.
 *
 * @param status the batch
 * @param fields the operation as received, without inline results
 * @param inline the inline results, which were passed over
 */
record Operation(BatchStatus status, Fields fields, InlineResults inline) {
  /** Checks that the batch has ended. */
  Operation {
    if (!status.state().terminal()) {
      throw new NotEndedException(status);
    }
  }

  /**
   * Returns the file of the results, or null. The operation names it twice, and SDKs look for it in
   * two more places.
   */
  @Nullable String resultFile() {
    Fields response = fields.object("response");
    Stream<@Nullable String> files =
        Stream.of(response, response.object("output"), metadata().object("output"), metadata())
            .map(holder -> holder.text("responsesFile"));
    return files.filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Returns the file of the requests, or null. */
  @Nullable String inputFile() {
    return metadata().object("inputConfig").text("fileName");
  }

  private Fields metadata() {
    return fields.object("metadata");
  }

  /** Returns the results, in a file or in the batch itself, however the requests were sent. */
  ResultSource results(Transport transport, GeminiCalls calls) {
    String file = resultFile();
    if (file == null && inline.count() == 0) {
      throw new NoResultsException(status);
    }
    ResultFile results =
        file != null
            ? new ResultCall(transport, ApiCall.DOWNLOAD, calls.download(file))
            : inBatch(
                new ResultCall(transport, ApiCall.READ_RESULTS, calls.get(status.ref().id())));
    return new ResultSource(List.of(results), new GeminiLines());
  }

  /** The lines are not the bytes that are sent, so they are always read from the start. */
  private ResultFile inBatch(ResultCall get) {
    Part part = inline.keyed() ? Part.RESULTS : Part.RESULTS_WITH_POSITIONS;
    return (offset, validator) -> {
      ResultBytes response = get.open(0, null);
      return new ResultBytes(
          new InlineResults(part, inline.count()).of(response.stream()), 0, null);
    };
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "Operation[" + status + "]";
  }
}
