package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | ``",
        "[\"\"] | ``",
        "[\"a\"] | a",
        "[\"a\",\"b\"] | ab",
        "[\"\",\"a\",null,\"\",\"b\",7,\"c\",\"\"] | a/b/c",
        "[null,[\"no\"],{\"no\":\"no\"}] | ``",
        "\"no\" | ``",
        "{\"no\":\"no\"} | ``",
        "7 | ``",
        "null | ``"
      })
  void theTextsOfAnArrayAreJoined(String json, String due) throws JsonFault {
    JsonCursor cursor = JsonCursor.of(json);
    String joined = JoinedText.of(cursor, JsonCursor::text);
    assertThat(joined).isEqualTo(due.replace("/", "\n\n"));
    cursor.end();
  }

  @Test
  void oneTextAloneIsNotCopied() throws JsonFault {
    AtomicReference<String> read = new AtomicReference<>();
    String joined =
        JoinedText.of(
            JsonCursor.of("[\"\",\"long enough\"]"),
            at -> {
              String text = at.text();
              read.set(text);
              return text;
            });
    assertThat(joined).isSameAs(read.get()).isEqualTo("long enough");
  }

  @Test
  void aFaultIsPassedOn() {
    assertThatThrownBy(() -> JoinedText.of(JsonCursor.of("[\"a\",]"), JsonCursor::text))
        .isInstanceOf(JsonFault.class);
  }
}
