package io.batchwright.gemini;

import static io.batchwright.internal.json.JsonValues.first;

import io.batchwright.BatchStatus;
import io.batchwright.NoResultsException;
import io.batchwright.NotEndedException;
import io.batchwright.client.gemini.model.BatchMetadata;
import io.batchwright.client.gemini.model.BatchOutput;
import io.batchwright.client.gemini.model.InputConfig;
import io.batchwright.client.gemini.model.Operation;
import io.batchwright.gemini.InlineResults.Part;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ResultCall;
import io.batchwright.internal.http.Transport;
import io.batchwright.internal.results.ResultBytes;
import io.batchwright.internal.results.ResultFile;
import io.batchwright.internal.results.ResultSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has ended, with its files and its results.
 *
 * @param status the batch
 * @param operation the batch as received, without inline results
 * @param inline the inline results, which were passed over
 */
record EndedBatch(BatchStatus status, Operation operation, InlineResults inline) {
  /** Checks that the batch has ended. */
  EndedBatch {
    if (!status.state().terminal()) {
      throw new NotEndedException(status);
    }
  }

  /**
   * Returns the file of the results, or null. The operation names it twice, and SDKs look for it in
   * two more places.
   */
  @Nullable String resultFile() {
    BatchOutput response = Objects.requireNonNullElseGet(operation.getResponse(), BatchOutput::new);
    return first(
        response.getResponsesFile(),
        file(response.getOutput()),
        file(metadata().getOutput()),
        metadata().getResponsesFile());
  }

  private static @Nullable String file(@Nullable BatchOutput output) {
    return output == null ? null : output.getResponsesFile();
  }

  /** Returns the file of the requests, or null. */
  @Nullable String inputFile() {
    InputConfig input = metadata().getInputConfig();
    return input == null ? null : first(input.getFileName());
  }

  private BatchMetadata metadata() {
    return GeminiStatus.metadata(operation);
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
    return new ResultSource(List.of(results), GeminiLines::new);
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
    return "EndedBatch[" + status + "]";
  }
}
