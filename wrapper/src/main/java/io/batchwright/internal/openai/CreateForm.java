package io.batchwright.internal.openai;

import com.google.gson.JsonObject;
import io.batchwright.Capability;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitOptions;
import io.batchwright.client.openai.model.Batch;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a create, with the marks that tell later whose batch it is, and reads the
 * marks again.
 *
 * @param profile the provider
 * @param extras members of every create
 */
record CreateForm(DialectProfile profile, Map<String, Boolean> extras) {
  private static final String OURS = "batchwright_";

  /** The mark that holds the fingerprint of the attempt that created a batch. */
  static final String ATTEMPT = OURS + "attempt";

  private static final String INPUT = OURS + "input";

  private static final int MOST_PAIRS = 16;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 512;

  String endpoint(SubmitOptions options) {
    return Objects.requireNonNullElse(options.endpoint(), profile.usualEndpoint());
  }

  /** Returns whether an endpoint may be one: which there are changes often, their version not. */
  boolean hasEndpoint(String endpoint) {
    return endpoint.startsWith(version());
  }

  private String version() {
    String usual = profile.usualEndpoint();
    return usual.substring(0, usual.indexOf('/', 1) + 1);
  }

  /** Refuses what the provider would. */
  void check(SubmitOptions options) {
    if (!hasEndpoint(endpoint(options))) {
      throw new IllegalArgumentException(
          profile.name()
              + " has no batches for the endpoint "
              + endpoint(options)
              + "; choose one that begins with "
              + version()
              + " like the usual one, "
              + profile.usualEndpoint());
    }
    Duration window = options.completionWindow();
    if (window != null && !window.equals(Duration.ofHours(window.toHours()))) {
      throw new IllegalArgumentException(
          "The completion window must be a whole number of hours: " + window);
    }
    int room = MOST_PAIRS - 2;
    if (options.metadata().size() > room) {
      throw new IllegalArgumentException(
          "Metadata may have " + room + " pairs, as the library adds two; merge some of the pairs");
    }
    options.metadata().forEach(CreateForm::check);
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          "A metadata key has from 1 to "
              + LONGEST_KEY
              + " characters and a value at most "
              + LONGEST_VALUE
              + "; shorten the pair whose key begins with \""
              + key.substring(0, Math.min(20, key.length()))
              + "\"");
    }
    if (key.startsWith(OURS)) {
      throw new IllegalArgumentException(
          "Metadata keys that begin with " + OURS + " are the library's own; use another key");
    }
  }

  /**
   * Writes the body.
   *
   * @param uploaded whether the file is ours, and goes with the batch
   */
  String body(String fileId, boolean uploaded, SubmitOptions options, SubmitAttempt attempt) {
    JsonObject body = new JsonObject();
    body.addProperty("input_file_id", fileId);
    body.addProperty("endpoint", endpoint(options));
    if (profile.capabilities().contains(Capability.COMPLETION_WINDOW)) {
      Duration window =
          Objects.requireNonNullElse(options.completionWindow(), Duration.ofHours(24));
      body.addProperty("completion_window", window.toHours() + "h");
    }
    extras.forEach(body::addProperty);
    JsonObject metadata = new JsonObject();
    options.metadata().forEach(metadata::addProperty);
    metadata.addProperty(ATTEMPT, attempt.fingerprint());
    if (uploaded) {
      metadata.addProperty(INPUT, fileId);
    }
    body.add("metadata", metadata);
    return body.toString();
  }

  /** Whether the library uploaded this very file for this batch. */
  static boolean isOurs(String inputFileId, Batch batch) {
    return inputFileId.equals(marks(batch).get(INPUT));
  }

  /** Returns a batch's metadata, the caller's included. */
  static Map<String, @Nullable String> marks(Batch batch) {
    return Objects.requireNonNullElse(batch.getMetadata(), Map.of());
  }
}
