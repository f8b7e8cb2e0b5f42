package io.batchwright.internal.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes that are not the JSON they should be, described by place and kind without content. */
public final class JsonFault extends IOException {
  private static final long serialVersionUID = 1L;

  /** Numbers that some programs write, though JSON has none of them. */
  private static final List<String> NO_NUMBERS = List.of("NaN", "Infinity");

  private JsonFault(String problem) {
    super(problem);
  }

  static JsonFault endsEarly() {
    return new JsonFault("the JSON ends too early");
  }

  static JsonFault several() {
    return new JsonFault("more than one JSON value");
  }

  static JsonFault malformed(byte[] bytes, int start, int place) {
    for (String word : NO_NUMBERS) {
      int end = place + word.length();
      if (end <= bytes.length
          && word.equals(new String(bytes, place, word.length(), StandardCharsets.US_ASCII))) {
        return new JsonFault(
            word + ", which is not JSON, at column " + column(bytes, start, place));
      }
    }
    return new JsonFault("malformed JSON at column " + column(bytes, start, place));
  }

  /** Returns the exception for JSON that was checked before, where this cannot happen. */
  public IllegalStateException ofCheckedJson() {
    return new IllegalStateException("JSON that was checked is malformed", this);
  }

  /** Counts in characters from the start of the text's line, as an editor does. */
  static int column(byte[] bytes, int start, int place) {
    String before = new String(bytes, start, place - start, StandardCharsets.UTF_8);
    return before.length() - before.lastIndexOf('\n');
  }
}
