package io.batchwright.internal.json;

import io.batchwright.internal.json.JsonCursor.Reading;
import org.jspecify.annotations.Nullable;

/** Puts texts together with nothing between them; of one alone no copy is made. Not thread-safe. */
public final class JoinedText {
  private String first = "";
  private @Nullable StringBuilder all;

  private JoinedText() {}

  /** Joins what comes of the elements of the array that comes; "" if it is none. */
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
    if (part == null || part.isEmpty()) {
      return;
    }
    if (all != null) {
      all.append(part);
    } else if (first.isEmpty()) {
      first = part;
    } else {
      all = new StringBuilder(first).append(part);
    }
  }
}
