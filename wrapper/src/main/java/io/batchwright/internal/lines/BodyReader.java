package io.batchwright.internal.lines;

import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider's bodies keep what every provider's have. Must be thread-safe, and take a body
 * of any shape; of a member that comes twice the last counts.
 */
public interface BodyReader {
  /** Gives the provider's short name, for messages. */
  String provider();

  /**
   * Gives the assistant's text; "" if there is none.
   *
   * @param body stands before the body
   */
  String text(JsonCursor body) throws JsonFault;

  /**
   * Gives the tokens used, or null if the body does not say.
   *
   * @param body stands before the body
   */
  @Nullable Usage usage(JsonCursor body) throws JsonFault;
}
