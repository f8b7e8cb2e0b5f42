package io.batchwright;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider receives about a batch besides its requests; a provider that lacks an option
 * refuses it, see {@link Capability}. Immutable and thread-safe.
 *
 * <pre>{@code
 * SubmitOptions options = SubmitOptions.none().withMetadata(Map.of("run", "17"));
 * }</pre>
 */
public final class SubmitOptions {
  private static final SubmitOptions NONE = new SubmitOptions(null, Map.of(), null, null, null);

  private final @Nullable String label;
  private final Map<String, String> metadata;
  private final @Nullable String model;
  private final @Nullable String endpoint;
  private final @Nullable Duration completionWindow;

  private SubmitOptions(
      @Nullable String label,
      Map<String, String> metadata,
      @Nullable String model,
      @Nullable String endpoint,
      @Nullable Duration completionWindow) {
    this.label = label;
    this.metadata = Map.copyOf(metadata);
    this.model = model;
    this.endpoint = endpoint;
    this.completionWindow = completionWindow;
  }

  /** Returns no options. */
  public static SubmitOptions none() {
    return NONE;
  }

  /** Returns a copy with a name for people. */
  public SubmitOptions withLabel(@Nullable String value) {
    return new SubmitOptions(value, metadata, model, endpoint, completionWindow);
  }

  /** Returns a copy with pairs that the provider keeps. */
  public SubmitOptions withMetadata(Map<String, String> value) {
    return new SubmitOptions(label, value, model, endpoint, completionWindow);
  }

  /** Returns a copy with the model of all requests, where it is not part of their bodies. */
  public SubmitOptions withModel(@Nullable String value) {
    return new SubmitOptions(label, metadata, value, endpoint, completionWindow);
  }

  /** Returns a copy with the provider's endpoint that the requests are for. */
  public SubmitOptions withEndpoint(@Nullable String value) {
    return new SubmitOptions(label, metadata, model, value, completionWindow);
  }

  /** Returns a copy with the time that the provider has. */
  public SubmitOptions withCompletionWindow(@Nullable Duration value) {
    return new SubmitOptions(label, metadata, model, endpoint, value);
  }

  /** Returns the name for people, or null. */
  public @Nullable String label() {
    return label;
  }

  /** Returns the pairs that the provider keeps with the batch. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Returns the model of all requests, or null. */
  public @Nullable String model() {
    return model;
  }

  /** Returns the endpoint that the requests are for, or null for the usual one. */
  public @Nullable String endpoint() {
    return endpoint;
  }

  /** Returns how long the provider may work on the batch, or null for its usual time. */
  public @Nullable Duration completionWindow() {
    return completionWindow;
  }
}
