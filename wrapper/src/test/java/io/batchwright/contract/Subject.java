package io.batchwright.contract;

import com.google.gson.JsonObject;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.Capability;
import io.batchwright.ResultsOptions;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The properties of a provider that the suite needs, as data; its test class implements them. */
public interface Subject {
  /** Starts building a client. */
  ClientBuilder<?> builder();

  /** Returns the provider's base URL in a sandbox. */
  String url(Sandbox sandbox);

  /** Returns the provider's control in a sandbox. */
  ProviderControl control(Sandbox sandbox);

  /** Opens saved results. */
  BatchResults readResults(Path file, ResultsOptions options);

  /** Reads saved results. */
  default BatchResults readResults(Path file) {
    return readResults(file, ResultsOptions.defaults());
  }

  /** Returns the generated model of a response. */
  Class<?> responseModel();

  /** Returns the provider's capabilities. */
  Set<Capability> capabilities();

  /** Returns an endpoint other than the default, and the end of its name in a status. */
  default Map.Entry<String, String> otherEndpoint() {
    String usual = line("q-000001", body("x")).get("url").getAsString();
    String embeddings = usual.replace("chat/completions", "embeddings");
    return Map.entry(embeddings, embeddings);
  }

  /** Returns the states of a batch in a normal run. */
  List<BatchState> states();

  /** Returns the final state of a batch of which some requests expired and others ran. */
  BatchState endOfPartlyExpired();

  /** Whether expired requests are among the results. */
  default boolean returnsExpired() {
    return true;
  }

  /** Whether a batch may be reported as ended before its results are available. */
  default boolean endsBeforeItsResults() {
    return true;
  }

  /** Returns the state of a batch that is stuck. */
  default BatchState stuck() {
    return BatchState.RUNNING;
  }

  /** Whether a truncated response with results is recognisable as such. */
  default boolean showsCuts() {
    return false;
  }

  /** Whether 403 may mean that results are deleted, so that the batch is read to find out. */
  default boolean refusesGoneResults() {
    return false;
  }

  /** Returns the final state of a batch that was cancelled in this state. */
  default BatchState endOfCancelled(BatchState when) {
    return BatchState.CANCELLED;
  }

  /** Whether the status of a batch reports a cancel before the batch has ended. */
  default boolean showsCancelling() {
    return true;
  }

  /** Whether lists begin with the newest batch. */
  default boolean listsNewestFirst() {
    return true;
  }

  /** Whether a batch has a marker of the submit that created it. */
  boolean marksAttempts();

  /** Whether a response names the request that it belongs to. */
  default boolean namesRequests() {
    return true;
  }

  /**
   * Returns where the status of a batch shows an option, as names of nested members from the
   * outermost.
   */
  Map<Capability, List<String>> shownAs();

  /** Whether a submit uploads its requests before it creates the batch. */
  boolean uploads();

  /** Whether it uploads in chunks, each of which can be resent. */
  default boolean uploadsInPieces() {
    return false;
  }

  /** Returns the request that deletes the last or only part of a batch. */
  default Step delete() {
    return new Step(Operation.DELETE, 0);
  }

  /** Returns the first request that reads results rather than metadata. */
  default Step results() {
    return new Step(Operation.RESULTS, 0);
  }

  /** Returns the pattern of the paths of requests that read results. */
  String resultsPath();

  /** Returns the number of result streams of a batch with failed requests. */
  int resultStreams();

  /** Whether the record of a batch outlives its delete. */
  boolean keepsRecord();

  /** Whether the status of a failed batch names the invalid lines. */
  boolean reportsWhyItFailed();

  /** Returns lines that are invalid elsewhere but valid here, which no limit expresses. */
  default Set<BadLine> harmless() {
    return Set.of();
  }

  /** Returns the lines that the library refuses although the provider runs them. */
  default Set<BadLine> refusedByTheLibraryAlone() {
    return Set.of();
  }

  /** Creates the body of a request. */
  default JsonObject body(String customId) {
    return TestRequests.chat(customId);
  }

  /** Creates an input with one request per custom id. */
  default BatchInput input(Collection<String> ids) {
    return BatchInput.of(ids.stream().map(id -> BatchRequest.of(id, body(id))).toList());
  }

  /** Creates an input with this many requests. */
  default BatchInput input(int count) {
    return input(TestRequests.ids(count));
  }

  /** Creates a request line in the provider's own format, for its default endpoint. */
  JsonObject line(String customId, JsonObject body);

  /** Sends request lines unchanged, without the library's validation. */
  RawSubmission sendUnchecked(TestBed bed, List<String> lines);

  /** Returns the provider's error for an invalid call. */
  Wording invalid();

  /** Returns the provider's error for an exhausted quota or credit. */
  Wording quotaExceeded();

  /** Returns the provider's error for a key without permission for the model. */
  Wording noAccess();
}
