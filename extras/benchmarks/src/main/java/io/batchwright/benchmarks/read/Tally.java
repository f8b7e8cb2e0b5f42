package io.batchwright.benchmarks.read;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a reader. A figure that the reader never adds to is not reported. Not thread-safe.
 */
public final class Tally {
  private @Nullable Instant firstAt;
  private long bytes = -1;
  private long lines;
  private long succeeded;
  private long idChars;
  private long textChars = -1;
  private long tokens = -1;

  /** Adds bytes that were only counted. */
  public void bytes(long count) {
    if (firstAt == null && count > 0) {
      firstAt = Instant.now();
    }
    bytes = Math.max(0, bytes) + count;
  }

  /** Adds a result. */
  public void result(String customId, boolean success) {
    if (lines++ == 0) {
      firstAt = Instant.now();
    }
    idChars += customId.length();
    if (success) {
      succeeded++;
    }
  }

  /** Adds a text. */
  public void text(String text) {
    textChars = Math.max(0, textChars) + text.length();
  }

  /** Reports a total for texts, even if there are none. */
  public void readsTexts() {
    textChars = Math.max(0, textChars);
  }

  /** Adds tokens. */
  public void tokens(long count) {
    tokens = Math.max(0, tokens) + count;
  }

  /** Returns when the first result or the first bytes were read; null if there were none. */
  public @Nullable Instant firstAt() {
    return firstAt;
  }

  /** Returns the totals of what was read. */
  public void addTo(JsonObject figures) {
    if (lines > 0) {
      figures.addProperty("lines", lines);
      figures.addProperty("succeeded", succeeded);
      figures.addProperty("idChars", idChars);
    }
    addIfKnown(figures, "bytes", bytes);
    addIfKnown(figures, "textChars", textChars);
    addIfKnown(figures, "tokens", tokens);
  }

  private static void addIfKnown(JsonObject figures, String name, long value) {
    if (value >= 0) {
      figures.addProperty(name, value);
    }
  }
}
