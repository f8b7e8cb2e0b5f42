package io.batchwright.testing;

import io.batchwright.BatchResult;
import io.batchwright.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The comparable reading of a line.
 *
 * @param kind the kind of result; for an unreadable one, its error
 * @param id the custom id, or "#" and the position
 * @param json the response
 * @param text the model's text
 * @param usage the tokens used
 */
public record LineReading(
    String kind,
    @Nullable String id,
    @Nullable String json,
    @Nullable String text,
    @Nullable Usage usage) {
  /** The errors of a line that is not a JSON object, in any wording. */
  public static final String BROKEN = "not exactly one JSON object";

  /** Returns the reading of a decoder. */
  public static LineReading of(BatchResult result, boolean broken) {
    String id = result.position() == null ? result.customId() : "#" + result.position();
    if (result instanceof BatchResult.Succeeded it) {
      return new LineReading("SUCCEEDED", id, it.json().toString(), it.text(), it.usage());
    }
    if (result instanceof BatchResult.Unreadable it) {
      return unreadable(id, broken ? BROKEN : it.error().message());
    }
    return without(result.kind().name(), id);
  }

  /** Returns a result that has no response. */
  public static LineReading without(String kind, @Nullable String id) {
    return new LineReading(kind, id, null, null, null);
  }

  /** Returns a line that is unreadable. */
  public static LineReading unreadable(@Nullable String id, String problem) {
    return without("UNREADABLE: " + problem, id);
  }
}
