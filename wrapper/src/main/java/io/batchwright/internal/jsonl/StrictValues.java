package io.batchwright.internal.jsonl;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import java.io.IOException;

/**
 * Passes over values that nobody wants, and still holds them to the strict grammar.
 *
 * <p>Gson does not see bare control characters in strings that it passes over, though it refuses
 * them in those that it reads; so where there are any, it must read.
 *
 * @param controls whether there are control characters in the text
 */
record StrictValues(boolean controls) {
  private static final TypeAdapter<JsonElement> TREES = new Gson().getAdapter(JsonElement.class);

  /** Looks through a text in UTF-8. */
  static StrictValues of(byte[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (text[i] >= 0 && text[i] < ' ') {
        return new StrictValues(true);
      }
    }
    return new StrictValues(false);
  }

  void passOver(JsonReader json) throws IOException {
    if (controls) {
      JsonElement unused = TREES.read(json);
    } else {
      json.skipValue();
    }
  }
}
