package io.batchwright.gemini;

import io.batchwright.AuthenticationException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.NoResultsException;
import io.batchwright.ProviderRefusal;
import io.batchwright.gemini.InlineScanner.Part;
import io.batchwright.internal.http.CallName;
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
  private static final CallName READ = CallName.onBatch("read results");

  ResultSource of(Operation batch) {
    String file = batch.resultFile();
    if (file == null && batch.inline().results() == 0) {
      throw new NoResultsException(batch.status());
    }
    ResultFile results = file != null ? inFile(file) : inBatch(batch);
    return new ResultSource(List.of(results), new GeminiLines());
  }

  /** A file that went with its batch is refused as if the key lacked the right to it. */
  private ResultFile inFile(String name) {
    ResultCall download = new ResultCall(transport, READ, calls.download(name));
    return (offset, validator) -> {
      try {
        return download.open(offset, validator);
      } catch (AuthenticationException e) {
        if (!GeminiErrors.meansGone(e)) {
          throw e;
        }
        throw new BatchNotFoundException(
            new ProviderRefusal(e.provider(), e.call(), 403, e.error(), e.retryAfter()));
      }
    };
  }

  /** The bytes that are read are not those that are sent, so it is always read from its start. */
  private ResultFile inBatch(Operation batch) {
    ResultCall get = new ResultCall(transport, READ, calls.get(batch.status().ref().id()));
    long count = batch.inline().results();
    Part part = batch.inline().keyed() ? Part.RESULTS : Part.RESULTS_WITH_POSITIONS;
    return (offset, validator) -> {
      ResultBytes answer = get.open(0, null);
      return new ResultBytes(
          new InlineStream(answer.stream(), new InlineScanner(part, count)), 0, null);
    };
  }
}
