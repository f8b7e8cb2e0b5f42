package io.batchwright.internal.requests;

import com.google.gson.JsonPrimitive;
import io.batchwright.internal.requests.RequestLine.Slice;

/** Writes custom ids as JSON, usual ones into the same array again and again. Not thread-safe. */
final class QuotedId {
  private byte[] bytes = new byte[128];

  /** Gives the id of a line in quotes, which is overwritten by that of the next. */
  Slice of(RequestLine line) {
    String id = String.valueOf(line.customId());
    int length = id.length();
    if (bytes.length < length + 2) {
      bytes = new byte[length + 2];
    }
    bytes[0] = '"';
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return Slice.of(new JsonPrimitive(id).toString());
      }
      bytes[i + 1] = (byte) c;
    }
    bytes[length + 1] = '"';
    return new Slice(bytes, 0, length + 2);
  }
}
