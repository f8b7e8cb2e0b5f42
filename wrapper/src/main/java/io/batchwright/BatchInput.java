package io.batchwright;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The requests of a batch, and where they come from. Immutable; as thread-safe as its sequence or
 * file.
 *
 * <p>An input is read twice, once to validate and size it and once to send it, and is never held in
 * memory as a whole.
 *
 * <pre>{@code
 * BatchInput input = BatchInput.ofFile(Path.of("requests.jsonl"));
 * BatchInput failed = input.only(audit.toResend());
 * }</pre>
 */
public sealed interface BatchInput {
  /** Returns an input of requests in memory. */
  static BatchInput of(BatchRequest... requests) {
    return new Requests(List.copyOf(Arrays.asList(requests)));
  }

  /**
   * Returns an input of a sequence, such as a collection, that returns a new iterator over the same
   * requests each time. If it does not, submit throws a {@link SubmitException} that says {@code
   * NOT_SENT}.
   */
  static BatchInput of(Iterable<BatchRequest> requests) {
    return new Requests(requests);
  }

  /**
   * Returns an input of a JSON Lines file in UTF-8: lines of {@code {"custom_id":…,"body":…}}, or
   * the provider's own. If the lines name an endpoint of the provider and the options do not, the
   * batch is for that endpoint.
   */
  static BatchInput ofFile(Path file) {
    return new JsonlFile(file);
  }

  /**
   * Returns an input of a file of requests in the provider's own form that the provider has
   * already, for example because a create failed after the upload; only for providers with {@link
   * Capability#UPLOADED_INPUT}. A delete of the batch keeps the file.
   */
  static BatchInput uploaded(String fileId) {
    return new Uploaded(fileId);
  }

  /** Returns an input of only the requests of these ids, for example to send some again. */
  default BatchInput only(Collection<String> customIds) {
    return new Only(this, Set.copyOf(customIds));
  }

  /**
   * Requests from a sequence.
   *
   * @param requests returns a new iterator over the same requests each time
   */
  record Requests(Iterable<BatchRequest> requests) implements BatchInput {
    /** Checks that there is a sequence. */
    public Requests {
      Objects.requireNonNull(requests, "requests");
    }

    /** Shows no content. */
    @Override
    public String toString() {
      return "BatchInput[requests]";
    }
  }

  /**
   * Requests from a JSON Lines file.
   *
   * @param file the file
   */
  record JsonlFile(Path file) implements BatchInput {
    /** Checks that there is a path. */
    public JsonlFile {
      Objects.requireNonNull(file, "file");
    }
  }

  /**
   * Requests from a file that the provider already has.
   *
   * @param fileId the provider's id of the file
   */
  record Uploaded(String fileId) implements BatchInput {
    /**
     * Checks that there is an id.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Uploaded {
      if (fileId.isBlank()) {
        throw new IllegalArgumentException("The id of the uploaded file is empty");
      }
    }
  }

  /**
   * Some of the requests of another input.
   *
   * @param input the other input
   * @param customIds the ids to keep
   */
  record Only(BatchInput input, Set<String> customIds) implements BatchInput {
    /** Checks the parts, and that the input is not an uploaded file. */
    public Only {
      customIds = Set.copyOf(customIds);
      if (input instanceof Uploaded) {
        throw new IllegalArgumentException(
            "An uploaded file cannot be reduced; call only(...) on the input that was uploaded");
      }
    }

    @Override
    public String toString() {
      return "BatchInput[" + customIds.size() + " requests of " + input + "]";
    }
  }
}
