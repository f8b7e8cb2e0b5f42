package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Tokens;
import java.time.Instant;

/**
 * The answer of a model, before a provider gives it its form.
 *
 * @param id its own id, in the form that the profile names
 */
public record Completion(
    String id, String customId, Instant createdAt, String model, String text, Tokens tokens) {

  /** Keeps the text out. */
  @Override
  public String toString() {
    return "Completion[customId=" + customId + "]";
  }
}
