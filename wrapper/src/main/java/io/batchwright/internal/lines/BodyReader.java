package io.batchwright.internal.lines;

import io.batchwright.Finish;
import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a provider's responses what every provider's contain; the cursor is always before the
 * response. Must be thread-safe, and accept a response of any shape; of a duplicate member the last
 * counts.
 */
public interface BodyReader {
  /** Returns the provider's short name, for messages. */
  String provider();

  /**
   * Returns the names of the members that hold what was requested, one of which a response of each
   * kind has.
   */
  Set<String> contents();

  /** Returns the text that the model wrote; "" if there is none. */
  String text(JsonCursor body) throws JsonFault;

  /** Returns why the model stopped. */
  Finish finish(JsonCursor body) throws JsonFault;

  /** Returns the tokens used, or null if the body has none. */
  @Nullable Usage usage(JsonCursor body) throws JsonFault;

  /** Returns the vectors of an embeddings response in the order of their inputs. */
  default List<float[]> embeddings(JsonCursor body) throws JsonFault {
    return List.of();
  }
}
