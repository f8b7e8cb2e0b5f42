package io.batchwright.internal.json;

import io.batchwright.internal.json.JsonCursor.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Joins texts; of one alone no copy is made. Texts with something else between them are separated
 * by a blank line. Not thread-safe.
 */
public final class JoinedText {
  private String first = "";
  private @Nullable StringBuilder all;
  private boolean gap; // something else was read after the last text

  private JoinedText() {}

  /**
   * Joins what is read from the elements of the next array; "" if it is none.
   *
   * @param part returns null for an element that is no text, "" for one to ignore
   */
  public static String of(JsonCursor array, Reading<String> part) throws JsonFault {
    JoinedText text = new JoinedText();
    if (array.enterArray()) {
      while (array.nextElement()) {
        text.add(part.read(array));
      }
    }
    return text.all == null ? text.first : text.all.toString();
  }

  private void add(@Nullable String part) {
    if (part == null) {
      gap = true;
      return;
    }
    if (part.isEmpty()) {
      return;
    }
    if (first.isEmpty()) {
      first = part;
    } else {
      all = all == null ? new StringBuilder(first) : all;
      all.append(gap ? "\n\n" : "").append(part);
    }
    gap = false;
  }
}
