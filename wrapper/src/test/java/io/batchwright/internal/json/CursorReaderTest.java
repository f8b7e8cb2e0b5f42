package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorReaderTest {
  private final CursorReader reader = new CursorReader();

  private CursorReader over(String json) {
    return reader.over(JsonCursor.of(json));
  }

  @Test
  void everyTokenIsSeenUntilItIsRead() throws IOException {
    CursorReader in = over("{\"a\":[1,\"b\"],\"\\u00e9\":null,\"c\":true}");
    assertThat(in.peek()).isEqualTo(JsonToken.BEGIN_OBJECT);
    assertThat(in.peek()).isEqualTo(JsonToken.BEGIN_OBJECT);
    in.beginObject();
    assertThat(in.hasNext()).isTrue();
    assertThat(in.peek()).isEqualTo(JsonToken.NAME);
    assertThat(in.nextName()).isEqualTo("a");
    in.beginArray();
    assertThat(in.nextInt()).isEqualTo(1);
    assertThat(in.peek()).isEqualTo(JsonToken.STRING);
    assertThat(in.nextString()).isEqualTo("b");
    assertThat(in.hasNext()).isFalse();
    in.endArray();
    assertThat(in.nextName()).isEqualTo("é");
    in.nextNull();
    assertThat(in.nextName()).isEqualTo("c");
    assertThat(in.nextBoolean()).isTrue();
    assertThat(in.peek()).isEqualTo(JsonToken.END_OBJECT);
    in.endObject();
    assertThat(in.peek()).isEqualTo(JsonToken.END_DOCUMENT);
    assertThat(in.hasNext()).isFalse();
  }

  @Test
  void anythingCanBePassedOver() throws IOException {
    CursorReader in = over("{\"a\":{\"b\":[{}]},\"c\":1,\"d\":[2,3]}");
    in.beginObject();
    in.skipValue(); // the name
    in.skipValue(); // its value
    assertThat(in.nextName()).isEqualTo("c");
    in.skipValue();
    assertThat(in.nextName()).isEqualTo("d");
    in.beginArray();
    in.skipValue();
    assertThat(in.nextLong()).isEqualTo(3);
    in.skipValue(); // the end of the array
    in.skipValue(); // the end of the object
    in.skipValue(); // nothing
    assertThat(in.peek()).isEqualTo(JsonToken.END_DOCUMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12, 12, 12.0",
    "-7.9, -7, -7, -7.9",
    "1e3, 1000, 1000, 1000.0",
    "-0, 0, 0, -0.0",
    "2147483648, -2147483648, 2147483648, 2.147483648E9",
    "9007199254740993, 1, 9007199254740993, 9.007199254740992E15",
    "9223372036854775808, 0, -9223372036854775808, 9.223372036854775807E18"
  })
  void numbersAreReadAsFromATree(String json, int asInt, long asLong, double asDouble)
      throws IOException {
    assertThat(over(json).nextInt()).isEqualTo(asInt);
    assertThat(over(json).nextLong()).isEqualTo(asLong);
    assertThat(over(json).nextDouble()).isEqualTo(asDouble);
    assertThat(over(json).nextString()).isEqualTo(json);
  }

  @Test
  void numbersMayBeTexts() throws IOException {
    assertThat(over("\"12\"").nextInt()).isEqualTo(12);
    assertThat(over("\"-9223372036854775808\"").nextLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(over("\"1.5\"").nextDouble()).isEqualTo(1.5);
    assertThatThrownBy(() -> over("\"1.5\"").nextInt()).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> over("\"x\"").nextLong()).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> over("\"x\"").nextDouble()).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "\"1e999999\"", "\"\\u0031.\""})
  void whatIsNoNumberStaysToBeReadAsSomethingElse(String text) throws IOException {
    String json = "{\"a\":" + text + ",\"b\":[" + text + "," + text + "],\"c\":1e999999}";
    CursorReader in = over(json);
    in.beginObject();
    assertThat(in.nextName()).isEqualTo("a");
    assertThatThrownBy(in::nextInt).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(in::nextLong).isInstanceOf(NumberFormatException.class);
    assertThat(in.peek()).isEqualTo(JsonToken.STRING);
    assertThat(in.nextString()).isEqualTo(JsonCursor.of(text).text());
    assertThat(in.nextName()).isEqualTo("b");
    in.beginArray();
    assertThatThrownBy(in::nextInt).isInstanceOf(NumberFormatException.class);
    in.skipValue();
    assertThatThrownBy(in::nextLong).isInstanceOf(NumberFormatException.class);
    assertThat(in.nextString()).isEqualTo(JsonCursor.of(text).text());
    in.endArray();
    assertThat(in.nextName()).isEqualTo("c");
    assertThatThrownBy(in::nextLong).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(in::nextInt).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(in::nextDouble).isInstanceOf(MalformedJsonException.class);
    assertThat(in.nextString()).isEqualTo("1e999999");
    in.endObject();
    assertThat(in.peek()).isEqualTo(JsonToken.END_DOCUMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "\"NaN\"", "\"-Infinity\"", "\"1e999\""})
  void whatNoDoubleHoldsIsMalformed(String json) {
    assertThatThrownBy(() -> over(json).nextDouble())
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageEndingWith("at line 1 column 1");
  }

  @Test
  void anUnexpectedTypeIsReportedWithItsPositionOnly() {
    assertThatIllegalStateException()
        .isThrownBy(() -> over(" {\"secret\":1}").beginArray())
        .withMessage("Expected BEGIN_ARRAY but was BEGIN_OBJECT at line 1 column 2");
    assertThatIllegalStateException().isThrownBy(() -> over("[]").beginObject());
    assertThatIllegalStateException().isThrownBy(() -> over("[]").endArray());
    assertThatIllegalStateException().isThrownBy(() -> over("\"secret\"").nextBoolean());
    assertThatIllegalStateException().isThrownBy(() -> over("\"secret\"").nextNull());
    assertThatIllegalStateException().isThrownBy(() -> over("\"secret\"").nextName());
    assertThatIllegalStateException()
        .isThrownBy(() -> over("true").nextString())
        .withMessage("Expected STRING but was BOOLEAN at line 1 column 1");
    assertThatIllegalStateException().isThrownBy(() -> over("null").nextInt());
    assertThatIllegalStateException().isThrownBy(() -> over("{}").nextLong());
    assertThatIllegalStateException().isThrownBy(() -> over("[1]").nextDouble());
  }

  @Test
  void whatIsRefusedCanStillBeReadAsWhatItIs() throws IOException {
    CursorReader in = over("[true]");
    in.beginArray();
    assertThatIllegalStateException().isThrownBy(in::nextString);
    assertThat(in.nextBoolean()).isTrue();
    assertThatIllegalStateException().isThrownBy(in::endObject);
    in.endArray();
    assertThat(in.peek()).isEqualTo(JsonToken.END_DOCUMENT);
  }

  @Test
  void itIsStrictWhateverIsSet() throws IOException {
    CursorReader in = over("[1,]");
    in.setLenient(true);
    in.beginArray();
    assertThat(in.nextInt()).isEqualTo(1);
    assertThatThrownBy(in::peek).isInstanceOf(JsonFault.class);
  }

  @Test
  void itCanBeReusedInAnyState() throws IOException {
    CursorReader in = over("[[{\"a\":1}]]");
    in.beginArray();
    in.beginArray();
    in.beginObject();
    assertThat(in.nextName()).isEqualTo("a");
    assertThat(over("7").nextInt()).isEqualTo(7);
    assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
  }

  @Test
  void nothingOfWhatIsReadIsShown() throws IOException {
    CursorReader in = over("{\"secret\":\"secret\"}");
    in.beginObject();
    assertThat(in.nextName()).isEqualTo("secret");
    assertThat(in.getPath()).isEqualTo("$");
    assertThat(in.getPreviousPath()).isEqualTo("$");
    in.close();
    assertThat(in.nextString()).isEqualTo("secret");
  }
}
