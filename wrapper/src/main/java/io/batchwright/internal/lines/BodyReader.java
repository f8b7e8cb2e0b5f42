package io.batchwright.internal.lines;

import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a provider's bodies what every provider's contain. Must be thread-safe, and accept a
 * body of any shape; of a duplicate member the last counts.
 */
public interface BodyReader {
  /** Returns the provider's short name, for messages. */
  String provider();

  /**
   * Returns the assistant's text; "" if there is none.
   *
   * @param body stands before the body
   */
  String text(JsonCursor body) throws JsonFault;

  /**
   * Returns the tokens used, or null if the body has none.
   *
   * @param body stands before the body
   */
  @Nullable Usage usage(JsonCursor body) throws JsonFault;
}
