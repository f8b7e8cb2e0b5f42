package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
  private static Fields fields(String json) {
    return new Fields(ModelJson.parseObject(json));
  }

  @Test
  void textIsTextAndNothingElse() {
    Fields fields = fields("{\"a\":\"x\",\"b\":\"\",\"c\":null,\"d\":1,\"e\":{},\"f\":true}");

    assertThat(fields.text("a")).isEqualTo("x");
    for (String name : new String[] {"b", "c", "d", "e", "f", "missing"}) {
      assertThat(fields.text(name)).as(name).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "5, 5",
        "\"5\", 5",
        "5.0, 5",
        "1e3, 1000",
        "null, 0",
        "\"\", 0",
        "\"many\", 0",
        "true, 0",
        "{}, 0",
        "[5], 0"
      })
  void countsAreNumbersOrTextOfNumbers(String json, long count) {
    assertThat(fields("{\"n\":" + json + "}").count("n")).isEqualTo(count);
    assertThat(fields("{}").count("n")).isZero();
  }

  @Test
  void objectsAndArraysAreEmptyIfTheyAreSomethingElse() {
    Fields fields =
        fields("{\"o\":{\"x\":\"y\"},\"a\":[{\"x\":\"1\"},7,null,{\"x\":\"2\"}],\"n\":3}");

    assertThat(fields.object("o").text("x")).isEqualTo("y");
    assertThat(fields.object("n").json().size()).isZero();
    assertThat(fields.object("missing").object("deeper").text("x")).isNull();
    assertThat(fields.objects("a")).extracting(each -> each.text("x")).containsExactly("1", "2");
    assertThat(fields.objects("o")).isEmpty();
    assertThat(fields.objects("missing")).isEmpty();
  }

  @Test
  void flagsAreTrueOnlyIfTheyAreTrue() {
    Fields fields = fields("{\"t\":true,\"f\":false,\"s\":\"true\",\"n\":1}");

    assertThat(fields.flag("t")).isTrue();
    assertThat(fields.flag("f")).isFalse();
    assertThat(fields.flag("s")).isFalse();
    assertThat(fields.flag("n")).isFalse();
    assertThat(fields.flag("missing")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-19T14:44:51.493319+00:00, 2026-08-19T14:44:51.493319Z",
    "2026-08-19T14:44:51Z, 2026-08-19T14:44:51Z",
    "2026-08-19T16:44:51.123456789+02:00, 2026-08-19T14:44:51.123456789Z"
  })
  void timesMayHaveAnyOffset(String text, Instant time) {
    assertThat(fields("{\"t\":\"" + text + "\"}").instant("t")).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "1716468200, 2024-05-23T12:43:20Z",
    "1716468200026, 2024-05-23T12:43:20.026Z",
    "\"1716468200\", 2024-05-23T12:43:20Z",
    "1716468200.9, 2024-05-23T12:43:20Z"
  })
  void timesMayBeCountsOfSecondsOrMilliseconds(String json, Instant time) {
    assertThat(fields("{\"t\":" + json + "}").instant("t")).isEqualTo(time);
  }

  @Test
  void wordsAreTextsOrNumbers() {
    Fields fields = fields("{\"t\":\"1214\",\"n\":1214,\"e\":\"\",\"b\":true,\"o\":{},\"z\":null}");

    assertThat(fields.word("t")).isEqualTo("1214");
    assertThat(fields.word("n")).isEqualTo("1214");
    for (String name : new String[] {"e", "b", "o", "z", "missing"}) {
      assertThat(fields.word(name)).as(name).isNull();
    }
  }

  @Test
  void timesThatCannotBeReadAreAbsent() {
    Fields fields = fields("{\"a\":\"yesterday\",\"b\":0,\"c\":null,\"d\":\"\"}");

    for (String name : new String[] {"a", "b", "c", "d", "missing"}) {
      assertThat(fields.instant(name)).as(name).isNull();
    }
  }
}
