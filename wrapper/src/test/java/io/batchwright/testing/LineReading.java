package io.batchwright.testing;

import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.ResultBody;
import io.batchwright.Usage;
import org.jspecify.annotations.Nullable;

/**
 * All that a line says, to be compared.
 *
 * @param kind the kind of result, and for one that is unreadable what is wrong with it
 * @param id the custom id
 * @param error what the provider said
 * @param json the body
 * @param text the assistant's text
 * @param usage the tokens used
 */
public record LineReading(
    String kind,
    @Nullable String id,
    @Nullable ApiError error,
    @Nullable String json,
    @Nullable String text,
    @Nullable Usage usage) {
  /** What is wrong with a line that is no JSON object, however it is said. */
  public static final String BROKEN = "not exactly one JSON object";

  /** Gives what a decoder made of a line. */
  public static LineReading of(BatchResult result, boolean broken) {
    if (result instanceof BatchResult.Succeeded it) {
      return of("succeeded", it.customId(), null, it.body());
    }
    if (result instanceof BatchResult.Errored it) {
      return of("errored", it.customId(), it.error(), it.body());
    }
    if (result instanceof BatchResult.Cancelled it) {
      return of("cancelled", it.customId(), null, it.body());
    }
    if (result instanceof BatchResult.Expired it) {
      return of("expired", it.customId(), null, it.body());
    }
    BatchResult.Unreadable it = (BatchResult.Unreadable) result;
    return unreadable(it.customId(), broken ? BROKEN : it.problem());
  }

  private static LineReading of(String kind, String id, @Nullable ApiError error, ResultBody body) {
    return new LineReading(kind, id, error, body.json().toString(), body.text(), body.usage());
  }

  /** Says that a line is unreadable. */
  public static LineReading unreadable(@Nullable String id, String problem) {
    return new LineReading("unreadable: " + problem, id, null, null, null, null);
  }
}
