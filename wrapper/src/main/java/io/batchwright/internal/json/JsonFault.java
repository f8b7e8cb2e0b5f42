package io.batchwright.internal.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says that bytes are not the JSON that they should be, by place and kind and without content. */
public final class JsonFault extends IOException {
  private static final long serialVersionUID = 1L;

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
    return new JsonFault("malformed JSON at column " + column(bytes, start, place));
  }

  /** Counts in characters from the start of the text's line, as an editor does. */
  static int column(byte[] bytes, int start, int place) {
    String before = new String(bytes, start, place - start, StandardCharsets.UTF_8);
    return before.length() - before.lastIndexOf('\n');
  }
}
