package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | OBJECT",
        "[] | ARRAY",
        "\"\" | TEXT",
        "0 | NUMBER",
        "-1 | NUMBER",
        "true | TRUE",
        "false | FALSE",
        "null | NULL"
      })
  void theKindIsSeenAndTheValueStaysToBeRead(String json, JsonKind kind) throws JsonFault {
    JsonCursor cursor = JsonCursor.of(" \t\r\n" + json + " ");

    assertThat(cursor.at()).isZero();
    assertThat(cursor.kind()).isEqualTo(kind);
    assertThat(cursor.kind()).isEqualTo(kind);
    assertThat(cursor.at()).isEqualTo(4);
    cursor.skip();
    assertThat(cursor.at()).isEqualTo(4 + json.length());
    cursor.end();
    assertThat(cursor.at()).isEqualTo(5 + json.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\ufeff"})
  void nothingIsNoKind(String json) {
    assertThatThrownBy(() -> JsonCursor.of(json).kind())
        .isInstanceOf(JsonFault.class)
        .hasMessage("the JSON ends too early");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "}", "]", ",", ":", "'", "+1", ".5", "T", "N", "/", "\u00a0", "\f"})
  void whatBeginsNoValueIsMalformed(String json) {
    assertThatThrownBy(() -> JsonCursor.of(json).kind())
        .isInstanceOf(JsonFault.class)
        .hasMessage("malformed JSON at column 1");
    assertThatThrownBy(() -> JsonCursor.of(json).skip()).isInstanceOf(JsonFault.class);
  }

  @Test
  void oneByteOrderMarkAtTheStartIsSkipped() throws JsonFault {
    assertThat(JsonCursor.of("\ufeff7").count()).isEqualTo(7);
    assertThatThrownBy(() -> JsonCursor.of("\ufeff\ufeff7").kind()).isInstanceOf(JsonFault.class);
    assertThatThrownBy(() -> JsonCursor.of(" \ufeff7").kind()).isInstanceOf(JsonFault.class);
  }

  @Test
  void nothingIsReadOutsideTheGivenRange() throws JsonFault {
    byte[] json = "9\"ab\"12345{\"a\":tru".getBytes(StandardCharsets.UTF_8);
    JsonCursor cursor = new JsonCursor();

    assertThat(cursor.over(json, 1, 5).text()).isEqualTo("ab");
    cursor.end();
    assertThat(cursor.over(json, 6, 8).count()).isEqualTo(23);
    cursor.end();
    for (int to = 10; to < json.length; to++) {
      JsonCursor part = cursor.over(json, 10, to);
      assertThatThrownBy(part::skip).hasMessage("the JSON ends too early");
    }
  }

  @Test
  void aCursorCanBeReusedInAnyState() throws JsonFault {
    byte[] deep = "[".repeat(300).getBytes(StandardCharsets.UTF_8);
    byte[] good = "[1,2]".getBytes(StandardCharsets.UTF_8);
    JsonCursor cursor = new JsonCursor();
    assertThatThrownBy(() -> cursor.over(deep, 0, 300).skip()).isInstanceOf(JsonFault.class);
    cursor.over(good, 0, 5).skip();
    cursor.end();
    assertThat(cursor.at()).isEqualTo(5);
  }

  @Test
  void membersAndElementsAreWalkedThroughOneByOne() throws JsonFault {
    JsonCursor cursor = JsonCursor.of("{ \"a\" : 1 , \"\\u00e9\":[ 2 , [] , {} ],\"\":{}}");
    List<String> seen = new ArrayList<>();

    assertThat(cursor.enterObject()).isTrue();
    while (cursor.nextMember()) {
      seen.add(cursor.name() + "@" + cursor.nameAt());
      if (cursor.kind() == JsonKind.ARRAY) {
        assertThat(cursor.enterArray()).isTrue();
        while (cursor.nextElement()) {
          seen.add(cursor.kind().name());
          cursor.skip();
        }
      } else {
        cursor.skip();
      }
    }
    cursor.end();
    assertThat(seen).containsExactly("a@2", "é@12", "NUMBER", "ARRAY", "OBJECT", "@37");
  }

  @Test
  void aValueOfAnotherKindIsPassedOverRatherThanEntered() throws JsonFault {
    for (String json : List.of("[{}]", "\"{\"", "1", "null", "true")) {
      JsonCursor cursor = JsonCursor.of(json);
      assertThat(cursor.enterObject()).as(json).isFalse();
      cursor.end();
    }
    for (String json : List.of("{\"a\":[]}", "\"[\"", "1", "null", "false")) {
      JsonCursor cursor = JsonCursor.of(json);
      assertThat(cursor.enterArray()).as(json).isFalse();
      cursor.end();
    }
    assertThatThrownBy(() -> JsonCursor.of("[1,]").enterObject()).isInstanceOf(JsonFault.class);
  }

  @Test
  void theLastMemberOfANameIsRead() throws JsonFault {
    assertThat(JsonCursor.of("{\"a\":1,\"b\":2,\"\\u0061\":3}").member("a", JsonCursor::count))
        .isEqualTo(3);
    assertThat(JsonCursor.of("{\"a\":\"x\",\"a\":null}").member("a", JsonCursor::text)).isNull();
    assertThat(JsonCursor.of("{\"b\":{\"a\":1}}").member("a", JsonCursor::count)).isNull();
    assertThat(JsonCursor.of("[{\"a\":1}]").member("a", JsonCursor::count)).isNull();
  }

  @Test
  void theFirstObjectOfAnArrayIsRead() throws JsonFault {
    JsonCursor cursor = JsonCursor.of("[1,\"{\",[{\"a\":0}],{\"a\":1},{\"a\":2},null]");
    assertThat(cursor.<Long>firstObject(at -> at.member("a", JsonCursor::count))).isEqualTo(1);
    cursor.end();

    JsonCursor absent = JsonCursor.of("[{},{\"a\":2}]");
    assertThat(absent.<Long>firstObject(at -> at.member("a", JsonCursor::count))).isNull();
    absent.end();
    assertThat(JsonCursor.of("{\"a\":{}}").<String>firstObject(JsonCursor::word)).isNull();
    assertThat(JsonCursor.of("[]").<String>firstObject(JsonCursor::word)).isNull();
  }

  @Test
  void namesAreComparedDecoded() throws JsonFault {
    JsonCursor cursor = JsonCursor.of("{\"custom\\u005fi\\u0064\":0}");
    assertThat(cursor.enterObject()).isTrue();
    assertThat(cursor.nextMember()).isTrue();
    assertThat(cursor.isNamed("custom_id")).isTrue();
    assertThat(cursor.isNamed("custom_i")).isFalse();
    assertThat(cursor.isNamed("custom_idd")).isFalse();
    assertThat(cursor.name()).isEqualTo("custom_id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "\"\" | `` | `` | false | 0",
        "\"é\\n\" | `é\n` | `é\n` | false | 0",
        "\"12\" | 12 | 12 | false | 12",
        "\"-7.9\" | -7.9 | -7.9 | false | -7",
        "12 | - | 12 | false | 12",
        "-1.50e+2 | - | -1.50e+2 | false | -150",
        "0.99 | - | 0.99 | false | 0",
        "1e999 | - | 1e999 | false | 0",
        "9223372036854775807 | - | 9223372036854775807 | false | 9223372036854775807",
        "9223372036854775808 | - | 9223372036854775808 | false | 0",
        "9007199254740991.0 | - | 9007199254740991.0 | false | 9007199254740991",
        "9007199254740992.0 | - | 9007199254740992.0 | false | 0",
        "true | - | - | true | 0",
        "false | - | - | false | 0",
        "null | - | - | false | 0",
        "[\"a\"] | - | - | false | 0",
        "{\"a\":1} | - | - | false | 0"
      })
  void aValueIsReadAsTextAndWordAndFlagAndCount(
      String json, String text, String word, boolean flag, long count) throws JsonFault {
    JsonCursor cursor = JsonCursor.of(json);
    assertThat(cursor.text()).isEqualTo(text);
    cursor.end();
    assertThat(JsonCursor.of(json).word()).isEqualTo(word);
    assertThat(JsonCursor.of(json).flag()).isEqualTo(flag);
    assertThat(JsonCursor.of(json).count()).isEqualTo(count);
  }

  @Test
  void stringsAreComparedDecoded() throws JsonFault {
    assertThat(JsonCursor.of("\"text\"").isText("text")).isTrue();
    assertThat(JsonCursor.of("\"t\\u0065xt\"").isText("text")).isTrue();
    assertThat(JsonCursor.of("\"text \"").isText("text")).isFalse();
    assertThat(JsonCursor.of("\"tex\"").isText("text")).isFalse();
    assertThat(JsonCursor.of("\"Text\"").isText("text")).isFalse();
    assertThat(JsonCursor.of("[\"text\"]").isText("text")).isFalse();
    assertThat(JsonCursor.of("true").isText("true")).isFalse();
    assertThatThrownBy(() -> JsonCursor.of("\"text").isText("text")).isInstanceOf(JsonFault.class);
  }

  @Test
  void moreAfterTheValueIsNotTheEnd() throws JsonFault {
    for (String more : List.of("1", "}", "{}", ",", "\u00a0", "x")) {
      JsonCursor cursor = JsonCursor.of("{} \n" + more);
      cursor.skip();
      assertThatThrownBy(cursor::end).as(more).hasMessage("more than one JSON value");
    }
  }
}
