package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import io.batchwright.AnswerException;
import io.batchwright.BatchResult;
import io.batchwright.Finish;
import io.batchwright.MalformedResponseException;
import io.batchwright.ResultsOptions;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.client.openai.model.ChatCompletion;
import io.batchwright.openai.OpenAi;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What callers decode from a response. */
class ResponseTest {
  private record Invoice(String secret, int count) {}

  private record Other(String nothing) {}

  private record Part(String id) {}

  private static final class WithDefaults {
    @SuppressWarnings("unused") // read by Gson
    private final List<String> tags = List.of("default");
  }

  @Test
  void theResponseIsDecodedIntoAModelAMapOrATree() {
    BatchResult.Succeeded response = message("end_turn", "x");
    assertThat(response.decode(Message.class).getStopReason()).isEqualTo("end_turn");
    assertThat(response.decode(JsonObject.class)).isEqualTo(response.json());
    assertThat(response.decode(Map.class).get("content")).isNotNull();
    assertThat(response.decode(Part.class)).isEqualTo(new Part("msg_1"));
    assertThat(response.model()).isEqualTo("m-1");
  }

  @Test
  void aModelForAnotherResponseIsAnExceptionAndNotNulls() {
    BatchResult.Succeeded response =
        openAi(
            "{\"id\":\"r\",\"object\":\"response\",\"model\":\"m\",\"status\":\"completed\",\"output\":[]}");
    assertThatThrownBy(() -> response.decode(ChatCompletion.class))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("output")
        .hasMessageContaining("json()");
    assertThatThrownBy(() -> message("end_turn", "x").decode(ChatCompletion.class))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("content");
  }

  @Test
  void decodeWithAClassForTheTextPointsToAnswer() {
    assertThatThrownBy(
            () -> message("end_turn", "{\\\"secret\\\":\\\"x\\\"}").decode(Invoice.class))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("answer(..)");
  }

  @Test
  void theTextIsDecodedIntoTheCallersType() {
    BatchResult.Succeeded response =
        message("end_turn", "{\\\"secret\\\":\\\"é\\\",\\\"count\\\":3}");
    assertThat(response.answer(Invoice.class)).isEqualTo(new Invoice("é", 3));
    List<Integer> numbers =
        message("end_turn", "[1,2]").answer(new TypeToken<List<Integer>>() {}.getType());
    assertThat(numbers).containsExactly(1, 2);
  }

  @Test
  void aTextThatIsNotWholeIsAnExceptionThatKeepsIt() {
    assertThatExceptionOfType(AnswerException.class)
        .isThrownBy(() -> message("max_tokens", "{\\\"secret\\\":").answer(Invoice.class))
        .satisfies(
            e -> {
              assertThat(e.text()).isEqualTo("{\"secret\":");
              assertThat(e.finish().reason()).isEqualTo(Finish.Reason.LENGTH);
              assertThat(e).message().contains("LENGTH").doesNotContain("secret");
            });
  }

  @Test
  void aTextThatDoesNotFitIsAnExceptionThatKeepsIt() {
    for (String text : List.of("Sure! marker", "[]", "null", "")) {
      assertThatExceptionOfType(AnswerException.class)
          .as(text)
          .isThrownBy(() -> message("end_turn", text).answer(Invoice.class))
          .satisfies(
              e -> {
                assertThat(e.text()).isEqualTo(text);
                assertThat(e).message().contains("Invoice").doesNotContain("marker");
                assertThat(e).hasNoCause();
              });
    }
  }

  @Test
  void aTextWithNoneOfTheMembersIsAnException() {
    assertThatExceptionOfType(AnswerException.class)
        .isThrownBy(() -> message("end_turn", "{\\\"secret\\\":\\\"x\\\"}").answer(Other.class));
  }

  @Test
  void aNumberThatDoesNotFitIsNotCut() {
    for (String count : List.of("4.7", "4294967297", "1e400")) {
      assertThatExceptionOfType(AnswerException.class)
          .as(count)
          .isThrownBy(
              () -> message("end_turn", "{\\\"count\\\":" + count + "}").answer(Invoice.class));
    }
  }

  @Test
  void aClassWhoseFieldsHaveValuesIsComparedToo() {
    assertThatExceptionOfType(AnswerException.class)
        .isThrownBy(() -> message("end_turn", "{\\\"zzz\\\":1}").answer(WithDefaults.class));
    assertThatThrownBy(() -> message("end_turn", "x").decode(WithDefaults.class))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void aLocalClassIsAnExceptionAndNotNull() {
    class Local {
      @SuppressWarnings("unused") // read by Gson
      private String secret = "";
    }
    assertThatExceptionOfType(AnswerException.class)
        .isThrownBy(() -> message("end_turn", "{\\\"secret\\\":\\\"x\\\"}").answer(Local.class));
    assertThatThrownBy(() -> message("end_turn", "x").decode(Local.class))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void contentIsNeverShown() {
    BatchResult.Succeeded response = message("end_turn", "marker");
    assertThat(response.toString()).isEqualTo("a: succeeded");
    assertThatThrownBy(() -> response.decode(Runnable.class))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageNotContaining("marker");
  }

  @Test
  void theBytesAreACopy() {
    BatchResult.Succeeded response = message("end_turn", "x");
    response.bytes()[0] = 'x';
    assertThat(response.bytes()).startsWith('{');
    assertThat(response.intact()).isTrue();
  }

  private static BatchResult.Succeeded message(String reason, String text) {
    String line =
        "{\"custom_id\":\"a\",\"result\":{\"type\":\"succeeded\",\"message\":{\"id\":\"msg_1\",\"model\":\"m-1\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}],\"stop_reason\":\"%s\"}}}"
            .formatted(text, reason);
    try (var results = Anthropic.readResults(stream(line), ResultsOptions.defaults())) {
      return (BatchResult.Succeeded) results.iterator().next();
    }
  }

  private static BatchResult.Succeeded openAi(String body) {
    String line = "{\"custom_id\":\"a\",\"response\":{\"status_code\":200,\"body\":" + body + "}}";
    try (var results = OpenAi.readResults(stream(line), ResultsOptions.defaults())) {
      return (BatchResult.Succeeded) results.iterator().next();
    }
  }

  private static ByteArrayInputStream stream(String line) {
    return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
  }
}
