package io.batchwright;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to tell the provider about a batch beside its requests; a provider that lacks an option
 * refuses it, see {@link Capability}. Immutable and thread-safe.
 *
 * @param label a name for people, or null
 * @param metadata pairs that the provider keeps with the batch
 * @param model the model of all requests, where it is not part of their bodies, or null
 * @param endpoint the provider's endpoint that the requests are for, or null for its usual one
 * @param completionWindow how long the provider may take, or null for its usual time
 */
public record SubmitOptions(
    @Nullable String label,
    Map<String, String> metadata,
    @Nullable String model,
    @Nullable String endpoint,
    @Nullable Duration completionWindow) {
  /** No options. */
  public static final SubmitOptions NONE = new SubmitOptions(null, Map.of(), null, null, null);

  /** Keeps its own copy. */
  public SubmitOptions {
    metadata = Map.copyOf(metadata);
  }

  /** The same with a name for people. */
  public SubmitOptions label(String value) {
    return new SubmitOptions(value, metadata, model, endpoint, completionWindow);
  }

  /** The same with pairs for the provider to keep. */
  public SubmitOptions metadata(Map<String, String> value) {
    return new SubmitOptions(label, value, model, endpoint, completionWindow);
  }

  /** The same with a model. */
  public SubmitOptions model(String value) {
    return new SubmitOptions(label, metadata, value, endpoint, completionWindow);
  }

  /** The same with an endpoint. */
  public SubmitOptions endpoint(String value) {
    return new SubmitOptions(label, metadata, model, value, completionWindow);
  }

  /** The same with a time to complete. */
  public SubmitOptions completionWindow(Duration value) {
    return new SubmitOptions(label, metadata, model, endpoint, value);
  }
}
