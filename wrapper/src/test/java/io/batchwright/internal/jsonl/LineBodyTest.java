package io.batchwright.internal.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.batchwright.MalformedResponseException;
import io.batchwright.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineBodyTest {
  private static final BodyDialect DIALECT =
      new BodyDialect() {
        @Override
        public String text(JsonObject body) {
          return String.valueOf(body.get("secret"));
        }

        @Override
        public @Nullable Usage usage(JsonObject body) {
          return null;
        }
      };

  private record Answer(String secret, int count) {}

  @Test
  void decodesWhatThePathLeadsTo() {
    LineBody body = body("{\"id\":1,\"a\":{\"b\":{\"secret\":\"é\",\"count\":3}}}", "a", "b");
    assertThat(body.json()).hasToString("{\"secret\":\"é\",\"count\":3}");
    assertThat(body.text()).isEqualTo("\"é\"");
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
    LineBody body = body("{\"secret\":\"marker\",\"count\":\"marker\"}");
    assertThat(body).hasToString("a body in a line of 36 bytes");
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
    LineBody body = body("{}");
    body.bytes()[0] = 'x';
    assertThat(body.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
  }

  private static LineBody body(String line, String... path) {
    return new LineBody(line.getBytes(StandardCharsets.UTF_8), List.of(path), DIALECT, "testing");
  }
}
