package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  private static final int LONGEST = 40;
  private static final int WORD = 8;

  private final JsonCursor cursor = new JsonCursor();

  /** Puts a text at an offset, between quotes and backslashes that must not be read. */
  private static byte[] at(int offset, byte[] text) {
    byte[] bytes = new byte[offset + text.length + 2 * WORD];
    Arrays.fill(bytes, (byte) '\\');
    System.arraycopy(text, 0, bytes, offset, text.length);
    return bytes;
  }

  private static byte[] filled(int length, int with) {
    byte[] text = new byte[length + 2];
    Arrays.fill(text, (byte) with);
    text[0] = '"';
    text[length + 1] = '"';
    return text;
  }

  @Test
  void theEndIsFoundAtEveryPlaceAndLength() throws JsonFault {
    for (int offset = 0; offset < WORD; offset++) {
      for (int length = 0; length <= LONGEST; length++) {
        for (int with : new int[] {' ', '!', '#', '[', ']', 0x7f, 0x80, 0xa2, 0xdc, 0xff}) {
          byte[] bytes = at(offset, filled(length, with));
          int start = offset;
          int end = offset + length + 2;
          assertThat(JsonText.end(cursor, bytes, offset, bytes.length, null)).isEqualTo(end);
          assertThat(JsonText.end(cursor, bytes, offset, end, null)).isEqualTo(end);
          assertThatThrownBy(() -> JsonText.end(cursor, bytes, start, end - 1, null))
              .hasMessage("the JSON ends too early");
        }
      }
    }
  }

  @Test
  void aControlCharacterIsFoundAtEveryPlace() {
    for (int length = 1; length <= LONGEST; length++) {
      for (int place = 1; place <= length; place++) {
        byte[] text = filled(length, 'a');
        text[place] = (byte) (place % ' ');
        cursor.over(text, 0, text.length);
        assertThatThrownBy(() -> JsonText.end(cursor, text, 0, text.length, null))
            .as("%d of %d", place, length)
            .hasMessage("malformed JSON at column " + (place + 1));
      }
    }
  }

  @Test
  void everyByteIsAcceptedOrRefusedByTheGrammar() {
    for (int value = 0; value < 256; value++) {
      for (int length : new int[] {1, 20}) {
        byte[] text = filled(length, 'a');
        text[1] = (byte) value;
        boolean ends = value == '"';
        boolean fault = value < ' ' || value == '\\';
        cursor.over(text, 0, text.length);
        if (fault) {
          assertThatThrownBy(() -> JsonText.end(cursor, text, 0, text.length, null))
              .as("%d", value)
              .isInstanceOf(JsonFault.class);
        } else {
          assertThat(end(text)).as("%d", value).isEqualTo(ends ? 2 : text.length);
        }
      }
    }
  }

  private int end(byte[] text) {
    try {
      return JsonText.end(cursor, text, 0, text.length, null);
    } catch (JsonFault e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyLetterBehindABackslashIsTakenOrRefusedAsTheGrammarSays() {
    for (int letter = 0; letter < 256; letter++) {
      byte[] text = filled(20, 'a');
      text[10] = '\\';
      text[11] = (byte) letter;
      cursor.over(text, 0, text.length);
      if ("\"\\/bfnrtu".indexOf(letter) >= 0) {
        assertThat(end(text)).as("%d", letter).isEqualTo(text.length);
      } else {
        assertThatThrownBy(() -> JsonText.end(cursor, text, 0, text.length, null))
            .as("%d", letter)
            .hasMessage("malformed JSON at column 11");
      }
    }
  }

  @Test
  void onlyHexDigitsFormAUnicodeEscape() {
    for (int digit = 0; digit < 256; digit++) {
      for (int place = 2; place < 6; place++) {
        byte[] text = "\"\\u0aF9\"".getBytes(StandardCharsets.US_ASCII);
        text[place + 1] = (byte) digit;
        cursor.over(text, 0, text.length);
        if ("0123456789abcdefABCDEF".indexOf(digit) >= 0) {
          assertThat(end(text)).isEqualTo(text.length);
        } else {
          assertThatThrownBy(() -> JsonText.end(cursor, text, 0, text.length, null))
              .as("%d at %d", digit, place)
              .hasMessage("malformed JSON at column " + (place + 2));
        }
      }
    }
  }
}
