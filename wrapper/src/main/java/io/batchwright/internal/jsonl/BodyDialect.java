package io.batchwright.internal.jsonl;

import com.google.gson.JsonObject;
import io.batchwright.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider's bodies keep what every provider's have. Must be thread-safe, and take a body
 * of any shape.
 */
public interface BodyDialect {
  /** Gives the assistant's text; "" if there is none. */
  String text(JsonObject body);

  /** Gives the tokens used, or null if the body does not say. */
  @Nullable Usage usage(JsonObject body);
}
