package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCursorFaultsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{,} | 2",
        "{1:2} | 2",
        "{a:2} | 2",
        "{\"a\"} | 5",
        "{\"a\"=1} | 5",
        "{\"a\":} | 6",
        "{\"a\":1,} | 8",
        "{\"a\":1 \"b\":2} | 8",
        "{\"a\":1;\"b\":2} | 7",
        "{\"a\":1] | 7",
        "[,] | 2",
        "[1,] | 4",
        "[1,,2] | 4",
        "[1 2] | 4",
        "[1} | 3",
        "tru] | 1",
        "trux | 1",
        "nul1 | 1",
        "falsy | 1",
        "truex | 5",
        "\"é\t\" | 3",
        "\"\u001f\" | 2",
        "\"\\x\" | 2",
        "\"\\'\" | 2",
        "\"\\u12g4\" | 6",
        "01 | 1",
        "-01 | 2",
        "1.x | 3",
        "-x | 2",
        "1ex | 3",
        "1e+x | 4",
        "1x | 2",
        "1\" | 2",
        "1.5.5 | 4",
        "1-2 | 2"
      })
  void aFaultIsNamedByItsPlace(String json, int column) {
    JsonCursor cursor = JsonCursor.of("[" + json + "]");
    assertThatThrownBy(cursor::skip)
        .isInstanceOf(JsonFault.class)
        .hasMessage("malformed JSON at column " + (column + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{",
        "{\"a",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "[",
        "[1",
        "[1,",
        "\"",
        "\"\\",
        "\"\\u",
        "\"\\u123",
        "\"a\\\"",
        "-",
        "1.",
        "1e",
        "1e-",
        "t",
        "tru",
        "nul",
        "[[]"
      })
  void whatStopsShortEndsTooEarly(String json) {
    assertThatThrownBy(() -> JsonCursor.of(json).skip())
        .isInstanceOf(JsonFault.class)
        .hasMessage("the JSON ends too early");
  }

  @Test
  void columnsAreCharactersFromTheStartOfTheLine() throws JsonFault {
    JsonCursor cursor = JsonCursor.of("[\n\"é😀\", x]");
    assertThatThrownBy(cursor::skip).hasMessage("malformed JSON at column 8");
    assertThat(cursor.column()).isEqualTo(8);
  }

  @Test
  void atMost255LevelsAreEntered() throws JsonFault {
    JsonCursor good = JsonCursor.of("[".repeat(255) + "]".repeat(255));
    good.skip();
    good.end();
    JsonCursor mixed = JsonCursor.of("[{\"a\":".repeat(127) + "[]" + "}]".repeat(127));
    mixed.skip();
    mixed.end();
    assertThatThrownBy(() -> JsonCursor.of("[".repeat(256) + "]".repeat(256)).skip())
        .hasMessage("malformed JSON at column 256");
    assertThatThrownBy(() -> JsonCursor.of("{\"a\":".repeat(256) + "1" + "}".repeat(256)).skip())
        .isInstanceOf(JsonFault.class);
  }

  @Test
  void levelsThatWereLeftDoNotCount() throws JsonFault {
    JsonCursor cursor = JsonCursor.of("[" + "[{}],".repeat(1_000) + "0]");
    cursor.skip();
    cursor.end();
    assertThat(cursor.at()).isEqualTo(5_003);
  }

  @Test
  void numbersHaveAtMost1023Characters() throws JsonFault {
    for (String start : new String[] {"", "-", "0.", "1e"}) {
      String longest = start + "7".repeat(1_023 - start.length());
      assertThat(JsonCursor.of(longest).word()).isEqualTo(longest);
      assertThat(JsonCursor.of(longest + " ").word()).isEqualTo(longest);
      assertThatThrownBy(() -> JsonCursor.of(longest + "7").word())
          .hasMessage("malformed JSON at column 1");
    }
  }
}
