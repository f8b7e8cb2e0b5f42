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

/** What the suite must know of a provider, as data: its test class implements it. */
public interface Subject {
  /** Begins a client. */
  ClientBuilder<?> builder();

  /** Gives the provider's base URL in a sandbox. */
  String url(Sandbox sandbox);

  /** Gives the provider's part of a sandbox. */
  ProviderControl control(Sandbox sandbox);

  /** Opens kept results. */
  BatchResults readResults(Path file, ResultsOptions options);

  /** Reads results that were saved. */
  default BatchResults readResults(Path file) {
    return readResults(file, ResultsOptions.defaults());
  }

  /** Gives the generated model of an answer. */
  Class<?> answerModel();

  /** Says what the provider can do. */
  Set<Capability> capabilities();

  /** Returns an endpoint other than the usual one, and the end of what a status shows of it. */
  default Map.Entry<String, String> otherEndpoint() {
    String usual = line("q-000001", body("x")).get("url").getAsString();
    String embeddings = usual.replace("chat/completions", "embeddings");
    return Map.entry(embeddings, embeddings);
  }

  /** Gives the states that a batch goes through when nothing departs from a smooth run. */
  List<BatchState> states();

  /** Gives how a batch ends of which some requests expired and others ran. */
  BatchState endOfPartlyExpired();

  /** Says whether requests that did not run in time are among the results. */
  default boolean givesExpired() {
    return true;
  }

  /** Says whether a batch may be seen as ended before its results are there. */
  default boolean endsBeforeItsResults() {
    return true;
  }

  /** Gives the state of a batch that never gets on. */
  default BatchState stuck() {
    return BatchState.RUNNING;
  }

  /** Says whether an answer with results shows by itself that it is cut off. */
  default boolean showsCuts() {
    return false;
  }

  /** Says whether 403 may mean that results are gone, and so is asked about once more. */
  default boolean refusesGoneResults() {
    return false;
  }

  /** Gives how a batch ends that was cancelled in a state. */
  default BatchState endOfCancelled(BatchState when) {
    return BatchState.CANCELLED;
  }

  /** Says whether the status of a batch tells that it was cancelled before it has ended. */
  default boolean showsCancelling() {
    return true;
  }

  /** Says whether lists begin with the newest batch. */
  default boolean listsNewestFirst() {
    return true;
  }

  /** Says whether a batch bears a mark of the submit that made it. */
  boolean marksAttempts();

  /** Says whether an answer names the request that it is for. */
  default boolean namesRequests() {
    return true;
  }

  /**
   * Says where the status of a batch shows an option, as names of members from the outermost on.
   */
  Map<Capability, List<String>> shownAs();

  /** Says whether a submit uploads its requests before it makes the batch. */
  boolean uploads();

  /** Says whether it does so in pieces, each of which can be sent again. */
  default boolean uploadsInPieces() {
    return false;
  }

  /** Gives the request that deletes what there is of a batch last or alone. */
  default Step delete() {
    return new Step(Operation.DELETE, 0);
  }

  /** Gives the first request that reads results rather than what there is of them. */
  default Step results() {
    return new Step(Operation.RESULTS, 0);
  }

  /** Gives what the paths of requests that read results match. */
  String resultsPath();

  /** Gives in how many streams the results of a batch come if some of its requests failed. */
  int resultStreams();

  /** Says whether the record of a batch outlives its delete. */
  boolean keepsRecord();

  /** Says whether the status of a batch that failed as a whole names the lines at fault. */
  boolean tellsWhyItFailed();

  /** Gives lines that break a rule elsewhere, and none here, though no limit tells so. */
  default Set<BadLine> harmless() {
    return Set.of();
  }

  /** Gives the lines that the library refuses although the provider runs them. */
  default Set<BadLine> refusedByTheLibraryAlone() {
    return Set.of();
  }

  /** Makes the body of a question. */
  default JsonObject body(String customId) {
    return Questions.chat(customId);
  }

  /** Makes an input of one question for each custom id. */
  default BatchInput ask(Collection<String> ids) {
    return BatchInput.of(ids.stream().map(id -> BatchRequest.of(id, body(id))).toList());
  }

  /** Makes an input of so many questions. */
  default BatchInput ask(int count) {
    return ask(Questions.ids(count));
  }

  /** Makes a request line in the provider's own form, for its usual endpoint. */
  JsonObject line(String customId, JsonObject body);

  /** Sends request lines as they are, past the library's check. */
  Sent sendUnchecked(Stage stage, List<String> lines);

  /** Gives how the provider words that a call is wrong. */
  Wording invalid();

  /** Gives how the provider words that there is no quota or no money left. */
  Wording quotaSpent();

  /** Gives how the provider words that the key may not use the model. */
  Wording noAccess();
}
