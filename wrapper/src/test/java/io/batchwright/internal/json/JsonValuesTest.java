package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
  private static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }

  @Test
  void theFirstTextThatIsThere() {
    assertThat(JsonValues.first(null, "", "a", "b")).isEqualTo("a");
    assertThat(JsonValues.first(null, "")).isNull();
    assertThat(JsonValues.first()).isNull();
  }

  @Test
  void textIsAStringAndNothingElse() {
    assertThat(JsonValues.text(json("\"x\""))).isEqualTo("x");
    assertThat(JsonValues.text(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "1", "{}", "[\"x\"]", "true"})
  void nothingElseIsText(String value) {
    assertThat(JsonValues.text(json(value))).isNull();
  }

  @Test
  void scalarsAreStringsOrNumbers() {
    assertThat(JsonValues.word(json("\"1214\""))).isEqualTo("1214");
    assertThat(JsonValues.word(json("1214"))).isEqualTo("1214");
    assertThat(JsonValues.word(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "{}", "[1]", "true"})
  void nothingElseIsAScalar(String value) {
    assertThat(JsonValues.word(json(value))).isNull();
    assertThat(JsonValues.number(json(value))).isNull();
    assertThat(JsonValues.time(json(value))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"5, 5", "\"5\", 5", "5.0, 5", "-2.9, -2", "1e3, 1000", "\"many\",", "1e99,"})
  void numbersMayBeStringsAndLoseTheirFraction(String value, Long number) {
    assertThat(JsonValues.number(json(value))).isEqualTo(number);
  }

  @Test
  void aMissingCountIsZero() {
    assertThat(JsonValues.count(null)).isZero();
    assertThat(JsonValues.count(7L)).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"2026-08-19T14:44:51.493319+00:00\", 2026-08-19T14:44:51.493319Z",
        "\"2026-08-19T14:44:51Z\", 2026-08-19T14:44:51Z",
        "\"2026-08-19T16:44:51.123456789+02:00\", 2026-08-19T14:44:51.123456789Z",
        "1716468200, 2024-05-23T12:43:20Z",
        "1716468200026, 2024-05-23T12:43:20.026Z",
        "\"1716468200\", 2024-05-23T12:43:20Z",
        "1716468200.9, 2024-05-23T12:43:20Z",
        "\"yesterday\",",
        "0,"
      })
  void timesHaveAnOffsetOrAreCountsOfSecondsOrMilliseconds(String value, Instant time) {
    assertThat(JsonValues.time(json(value))).isEqualTo(time);
  }
}
