package io.batchwright.testing;

import io.batchwright.BatchResult;
import io.batchwright.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What is in a line, to be compared.
 *
 * @param kind the kind of result, and for one that is unreadable what is wrong with it
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
  /** What is wrong with a line that is no JSON object, in whichever words. */
  public static final String BROKEN = "not exactly one JSON object";

  /** Returns what a decoder read. */
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
