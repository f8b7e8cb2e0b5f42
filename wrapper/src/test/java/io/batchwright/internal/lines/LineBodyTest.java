package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.batchwright.MalformedResponseException;
import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineBodyTest {
  private static final BodyReader DIALECT =
      new BodyReader() {
        @Override
        public String provider() {
          return "testing";
        }

        @Override
        public String text(JsonCursor body) throws JsonFault {
          return String.valueOf(body.member("secret", JsonCursor::text));
        }

        @Override
        public @Nullable Usage usage(JsonCursor body) {
          return null;
        }
      };

  private record Answer(String secret, int count) {}

  @Test
  void decodesWhatThePathLeadsTo() {
    LineBody body = body("{\"id\":1,\"a\":{\"b\":{\"secret\":\"é\",\"count\":3}}}", "a", "b");
    assertThat(body.json()).hasToString("{\"secret\":\"é\",\"count\":3}");
    assertThat(body.text()).isEqualTo("é");
    assertThat(body.as(Answer.class)).isEqualTo(new Answer("é", 3));
    assertThat(body.as(JsonObject.class)).isEqualTo(body.json());
  }

  @Test
  void isEmptyWhereThePathDoesNotLeadToAnObject() {
    assertThat(body("{\"a\":{\"b\":7}}", "a", "b").json()).isEqualTo(new JsonObject());
    assertThat(body("{\"a\":null}", "a", "b").json()).isEqualTo(new JsonObject());
    assertThat(body("{}", "a", "b").json()).isEqualTo(new JsonObject());
  }

  @Test
  void neverShowsContent() {
    LineBody body = body("{\"a\":{\"secret\":\"marker\",\"count\":\"marker\"}}", "a");
    assertThat(body).hasToString("a body in a line of 42 bytes");
    assertThatThrownBy(() -> body.as(Answer.class))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("Answer")
        .hasMessageNotContaining("marker")
        .hasNoCause();
    assertThatThrownBy(() -> body.as(Runnable.class))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageNotContaining("marker");
  }

  @Test
  void givesACopyOfItsBytes() {
    LineBody body = body("{}", "a");
    body.bytes()[0] = 'x';
    assertThat(body.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
  }

  @Test
  void saysWhetherItsLineIsUtf8() {
    assertThat(body("{\"a\":\"é\"}", "a").intact()).isTrue();
    byte[] line = "{\"a\":{\"secret\":\"?\"}}".getBytes(StandardCharsets.UTF_8);
    line[16] = (byte) 0xC3;
    LineBody body = EnvelopeReader.of("a").read(line).body("a", DIALECT);
    assertThat(body.intact()).isFalse();
    assertThat(body.text()).isEqualTo("\ufffd");
  }

  private static LineBody body(String line, String... path) {
    String joined = String.join(".", path);
    EnvelopeReader reader = EnvelopeReader.of(joined);
    return reader.read(line.getBytes(StandardCharsets.UTF_8)).body(joined, DIALECT);
  }
}
