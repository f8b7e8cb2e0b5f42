package io.batchwright;

import java.util.Objects;

/**
 * One request of a batch: a custom id, and the body that the provider's own API takes for a single
 * call. Immutable and thread-safe.
 */
public final class BatchRequest {
  private final String customId;
  private final String bodyJson;

  private BatchRequest(String customId, String bodyJson) {
    this.customId = Objects.requireNonNull(customId, "customId");
    this.bodyJson = Objects.requireNonNull(bodyJson, "bodyJson");
  }

  /**
   * Makes a request of a {@code Map}, a Gson {@code JsonObject} or a generated model; it is encoded
   * now, so later changes of the object change nothing.
   *
   * @param customId names the request within its batch; each provider has a rule for it
   * @param body the body of the provider's own call
   */
  public static BatchRequest of(String customId, Object body) {
    return new BatchRequest(customId, BodyEncoder.encode(body));
  }

  /**
   * Makes a request of JSON text, which is sent as it stands, but for line breaks, which become
   * blanks.
   *
   * @param customId names the request within its batch
   * @param bodyJson one JSON object; that it is one is checked when it is submitted
   */
  public static BatchRequest ofJson(String customId, String bodyJson) {
    return new BatchRequest(customId, bodyJson);
  }

  /** Names the request within its batch. */
  public String customId() {
    return customId;
  }

  /** Gives the body as JSON text. */
  public String bodyJson() {
    return bodyJson;
  }

  /** Names the request, and does not show its body. */
  @Override
  public String toString() {
    return "BatchRequest[" + customId + "]";
  }
}
