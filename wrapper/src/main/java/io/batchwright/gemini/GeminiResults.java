package io.batchwright.gemini;

import io.batchwright.NoResultsException;
import io.batchwright.gemini.InlineResults.Part;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ResultCall;
import io.batchwright.internal.http.Transport;
import io.batchwright.internal.results.ResultBytes;
import io.batchwright.internal.results.ResultFile;
import io.batchwright.internal.results.ResultSource;
import java.util.List;

/**
 * Says where the results of a batch are: in a file, or in the batch itself, whichever way the
 * requests went.
 *
 * @param transport sends
 * @param calls the generated calls
 */
record GeminiResults(Transport transport, GeminiCalls calls) {
  ResultSource of(Operation batch) {
    String file = batch.resultFile();
    if (file == null && batch.inline().count() == 0) {
      throw new NoResultsException(batch.status());
    }
    ResultFile results =
        file != null
            ? new ResultCall(transport, ApiCall.DOWNLOAD, calls.download(file))
            : inBatch(batch);
    return new ResultSource(List.of(results), new GeminiLines());
  }

  /** The bytes that are read are not those that are sent, so it is always read from its start. */
  private ResultFile inBatch(Operation batch) {
    ResultCall get =
        new ResultCall(transport, ApiCall.READ_RESULTS, calls.get(batch.status().ref().id()));
    long count = batch.inline().count();
    Part part = batch.inline().keyed() ? Part.RESULTS : Part.RESULTS_WITH_POSITIONS;
    return (offset, validator) -> {
      ResultBytes answer = get.open(0, null);
      return new ResultBytes(new InlineResults(part, count).of(answer.stream()), 0, null);
    };
  }
}
