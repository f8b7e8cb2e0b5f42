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

  /** Takes all members of this name out of an object, in the array itself. */
  static Slice without(Slice object, String name) {
    MemberSpan scan = new MemberSpan(object);
    scan.skipTo('{');
    int end = object.offset() + object.length();
    while (true) {
      int begin = scan.at;
      if (scan.bytes[scan.valueStart()] == '}') {
        return new Slice(object.bytes(), object.offset(), end - object.offset());
      }
      int nameStart = scan.at++;
      scan.skipString();
      boolean found = scan.text(nameStart, scan.at).equals(name);
      scan.skipTo(':');
      scan.at = scan.valueStart();
      scan.at = scan.valueEnd();
      int next = scan.valueStart();
      boolean last = scan.bytes[next] == '}';
      if (found) {
        // The comma that goes is the one behind, or the one before if this is the last.
        int from = last && scan.bytes[begin - 1] == ',' ? begin - 1 : begin;
        int to = last ? next : next + 1;
        System.arraycopy(scan.bytes, to, scan.bytes, from, end - to);
        end -= to - from;
        scan.at = from;
      } else {
        scan.at = last ? next : next + 1;
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
