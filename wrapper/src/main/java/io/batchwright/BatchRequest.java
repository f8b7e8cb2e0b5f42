package io.batchwright;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request of a batch: a custom id, and the body that the provider's own API accepts for a
 * single call. Immutable but for bodies that wait for a {@link BodyMapper}; thread-safe.
 *
 * <pre>{@code
 * BatchRequest request =
 *     BatchRequest.of(
 *         "sky",
 *         Map.of(
 *             "model", "claude-haiku-4-5",
 *             "max_tokens", 256,
 *             "messages", List.of(Map.of("role", "user", "content", "Why is the sky blue?"))));
 * }</pre>
 */
public final class BatchRequest {
  private final String customId;
  private final Object body; // what a mapper is still needed for, or JSON text
  private final boolean encoded;

  private BatchRequest(String customId, Object body, boolean encoded) {
    this.customId = Objects.requireNonNull(customId, "customId");
    this.body = body;
    this.encoded = encoded;
  }

  /**
   * Creates a request from a {@code Map}, a Gson {@code JsonObject} or a generated model, with
   * maps, collections, arrays, JSON trees, generated models, strings, numbers and booleans in it.
   * It is encoded now, so that later changes of the object change nothing.
   *
   * <p>Any other object, at any depth, needs the {@link BodyMapper} of the client; without one the
   * request is refused, by the name of the class, when it is validated or submitted. Such a body is
   * encoded only then, so it must not be changed until {@code submit} has returned.
   *
   * @param customId the id of the request within its batch; each provider has a rule for it
   * @param body the body of the provider's own call
   * @throws IllegalArgumentException if the body is a string, or holds what JSON cannot
   */
  public static BatchRequest of(String customId, Object body) {
    Objects.requireNonNull(body, "body");
    try {
      return new BatchRequest(customId, BodyEncoder.encode(body, null), true);
    } catch (BodyEncoder.NoMapperException e) {
      return new BatchRequest(customId, body, false);
    }
  }

  /**
   * Creates a request from an object of any class. It is encoded now, so that later changes of the
   * object change nothing.
   *
   * @param customId the id of the request within its batch
   * @param body the body of the provider's own call
   * @param mapper encodes what {@link #of(String, Object)} does not
   * @throws IllegalArgumentException if the mapper fails, the body is a string, or it holds what
   *     JSON cannot
   */
  public static BatchRequest of(String customId, Object body, BodyMapper mapper) {
    Objects.requireNonNull(mapper, "mapper");
    return new BatchRequest(
        customId, BodyEncoder.encode(Objects.requireNonNull(body, "body"), mapper), true);
  }

  /**
   * Creates a request from JSON text, which is sent unchanged, but for line breaks, which become
   * blanks.
   *
   * @param customId the id of the request within its batch
   * @param bodyJson one JSON object; that it is one is checked when it is submitted
   */
  public static BatchRequest ofJson(String customId, String bodyJson) {
    return new BatchRequest(customId, Objects.requireNonNull(bodyJson, "bodyJson"), true);
  }

  /** Returns the id of the request within its batch. */
  public String customId() {
    return customId;
  }

  /**
   * Returns the body as JSON text.
   *
   * @throws IllegalArgumentException if it holds an object that only a mapper can encode
   */
  public String bodyJson() {
    return bodyJson(null);
  }

  /**
   * Returns the body as JSON text.
   *
   * @param mapper encodes the objects that only a mapper can, if the body waits for one; or null
   * @throws IllegalArgumentException if the body cannot be encoded
   */
  public String bodyJson(@Nullable BodyMapper mapper) {
    return encoded ? (String) body : BodyEncoder.encode(body, mapper);
  }

  /** Returns the custom id without the body. */
  @Override
  public String toString() {
    return "BatchRequest[" + customId + "]";
  }
}
