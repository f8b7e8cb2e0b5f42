package io.batchwright.contract;

import com.google.gson.JsonObject;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.Capability;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.spi.ClientBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the suite must know of a provider, as data: its test class implements it. */
interface Subject {
  /** Begins a client. */
  ClientBuilder<?> builder();

  /** Gives the provider's base URL in a sandbox. */
  String url(Sandbox sandbox);

  /** Gives the provider's part of a sandbox. */
  ProviderControl control(Sandbox sandbox);

  /** Opens kept results. */
  BatchResults readResults(Path file);

  /** Gives the generated model of an answer. */
  Class<?> answerModel();

  /** Says what the provider can do. */
  Set<Capability> capabilities();

  /** Gives the states that a batch goes through when nothing departs from a smooth run. */
  List<BatchState> states();

  /** Says whether the record of a batch outlives its delete. */
  boolean keepsRecord();

  /** Says whether the status of a batch that failed as a whole names the lines at fault. */
  boolean tellsWhyItFailed();

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
