package io.batchwright.internal.openai;

import com.google.gson.JsonParseException;
import io.batchwright.Deleted;
import io.batchwright.ErrorKind;
import io.batchwright.NoResultsException;
import io.batchwright.ProviderException;
import io.batchwright.client.openai.model.DeletedFile;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ResultCall;
import io.batchwright.internal.http.TextResponse;
import io.batchwright.internal.http.Transport;
import io.batchwright.internal.results.ResultFile;
import io.batchwright.internal.results.ResultSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and removes the files that batches leave.
 *
 * @param profile the provider
 * @param calls the calls of its generated client
 * @param transport sends
 */
record BatchFiles(DialectProfile profile, DialectCalls calls, Transport transport) {
  ResultSource results(EndedBatch batch) {
    List<ResultFile> files = new ArrayList<>();
    for (String id : batch.resultFiles()) {
      files.add(new ResultCall(transport, ApiCall.DOWNLOAD, calls.download().on(id)));
    }
    if (files.isEmpty()) {
      throw new NoResultsException(batch.status());
    }
    return new ResultSource(files, profile::lines);
  }

  /** Removes the results, and the input if it is ours; the record of the batch remains. */
  Deleted delete(EndedBatch batch) {
    List<String> removed = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (String id : batch.resultFiles()) {
      delete(id);
      removed.add(id);
    }
    String input = batch.inputFile();
    if (input != null) {
      boolean ours = CreateForm.isOurs(input, batch.batch());
      if (ours) {
        delete(input);
      }
      (ours ? removed : kept).add(input);
    }
    return new Deleted(batch.status().ref(), removed, kept, true);
  }

  private void delete(String id) {
    try {
      boolean unused =
          transport.change(ApiCall.DELETE_FILE, calls.deleteFile().on(id), BatchFiles::confirmed);
    } catch (ProviderException e) {
      if (e.kind() != ErrorKind.NOT_FOUND) {
        throw e;
      }
    }
  }

  /** A proxy's page is no proof that anything was deleted. */
  private static boolean confirmed(TextResponse response) {
    if (!Boolean.TRUE.equals(response.as(DeletedFile.class).getDeleted())) {
      throw new JsonParseException("the file is not marked as deleted");
    }
    return true;
  }
}
