package io.batchwright.internal.jsonl;

import com.google.gson.JsonParser;
import io.batchwright.internal.jsonl.RequestLine.Slice;
import java.nio.charset.StandardCharsets;

/**
 * Finds the bytes of a member's value in a line that is known to be one strict JSON object, so that
 * the value can be sent on just as it was written.
 */
final class MemberSpan {
  private final byte[] bytes;
  private int at;

  private MemberSpan(Slice line) {
    this.bytes = line.bytes();
    this.at = line.offset();
  }

  static Slice of(Slice line, String name) {
    MemberSpan scan = new MemberSpan(line);
    scan.skipTo('{');
    while (true) {
      scan.skipTo('"');
      int nameStart = scan.at - 1;
      scan.skipString();
      String found = scan.text(nameStart, scan.at);
      scan.skipTo(':');
      int start = scan.valueStart();
      int end = scan.valueEnd();
      if (found.equals(name)) {
        return new Slice(line.bytes(), start, end - start);
      }
    }
  }

  /** Goes behind the next byte of this kind; only white space and punctuation lie before it. */
  private void skipTo(char wanted) {
    while (bytes[at++] != wanted) {
      // passing over white space and commas
    }
  }

  private void skipString() {
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private String text(int from, int to) {
    return JsonParser.parseString(new String(bytes, from, to - from, StandardCharsets.UTF_8))
        .getAsString();
  }

  private int valueStart() {
    while (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n') {
      at++;
    }
    return at;
  }

  /**
   * Goes to the end of a value; a number or word ends where a comma, a brace or white space begins.
   */
  private int valueEnd() {
    int depth = 0;
    while (true) {
      switch (bytes[at]) {
        case '"' -> {
          at++;
          skipString();
          if (depth == 0) {
            return at;
          }
        }
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          if (depth == 0) {
            return at;
          }
          at++;
          if (--depth == 0) {
            return at;
          }
        }
        case ',', ' ', '\t', '\r', '\n' -> {
          if (depth == 0) {
            return at;
          }
          at++;
        }
        default -> at++;
      }
    }
  }
}
