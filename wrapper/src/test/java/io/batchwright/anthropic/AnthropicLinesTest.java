package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.ErrorKind;
import io.batchwright.Usage;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.internal.json.ModelJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnthropicLinesTest {
  private static final String SUCCEEDED =
      """
      {"custom_id":"one","result":{"type":"succeeded","message":{"model":"claude-haiku-4-5-20251001",\
      "id":"msg_01","type":"message","role":"assistant","content":[\
      {"type":"thinking","thinking":"marker","signature":"sig"},\
      {"type":"text","text":"Let me look. "},\
      {"type":"tool_use","id":"toolu_01","name":"weather","input":{"town":"Oslo"}},\
      {"type":"text","text":"Él 😀"}],\
      "stop_reason":"end_turn","stop_sequence":null,"stop_details":null,"brand_new":{"a":[1,null]},\
      "usage":{"input_tokens":20,"cache_creation_input_tokens":3,"cache_read_input_tokens":4,\
      "cache_creation":{"ephemeral_5m_input_tokens":0},"output_tokens":5,"service_tier":"batch"}}}}\
      """;

  @Test
  void readsAResponse() {
    BatchResult result = decode(SUCCEEDED);
    assertThat(result).hasToString("one: succeeded");
    BatchResult.Succeeded body = (BatchResult.Succeeded) result;
    assertThat(body.text()).isEqualTo("Let me look. \n\nÉl 😀");
    assertThat(body.usage())
        .isEqualTo(
            Usage.builder()
                .input(27)
                .output(5)
                .cacheRead(4)
                .cacheWrite(3)
                .cacheWrite(Duration.ofMinutes(5), 0)
                .build());
    assertThat(body.json().get("id").getAsString()).isEqualTo("msg_01");
    assertThat(body.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(SUCCEEDED);
    assertThat(body.toString()).doesNotContain("marker");
  }

  @Test
  void decodesAResponseIntoTheGeneratedModelWithoutLoss() {
    BatchResult.Succeeded body = (BatchResult.Succeeded) decode(SUCCEEDED);
    Message message = body.decode(Message.class);
    assertThat(message.getStopReason()).isEqualTo("end_turn");
    assertThat(ModelJson.parseObject(BatchRequest.of("r", message).bodyJson()).get("brand_new"))
        .isEqualTo(body.json().get("brand_new"));
  }

  @Test
  void findsNoTextAndNoTokensWhereThereAreNone() {
    BatchResult.Succeeded body =
        (BatchResult.Succeeded)
            decode(
                "{\"custom_id\":\"1\",\"result\":{\"type\":\"succeeded\",\"message\":{\"content\":[]}}}");
    assertThat(body.text()).isEmpty();
    assertThat(body.usage()).isNull();
    BatchResult.Succeeded strange =
        (BatchResult.Succeeded)
            decode(
                "{\"result\":{\"message\":{\"content\":\"x\",\"usage\":{\"input_tokens\":null}},"
                    + "\"type\":\"succeeded\"},\"custom_id\":\"1\"}");
    assertThat(strange.text()).isEmpty();
    assertThat(strange.usage()).isEqualTo(Usage.NONE);
  }

  @Test
  void readsTheNestedError() {
    BatchResult result =
        decode(
            "{\"custom_id\":\"2\",\"result\":{\"type\":\"errored\",\"error\":{\"type\":\"error\","
                + "\"error\":{\"details\":{\"error_visibility\":\"user_facing\"},"
                + "\"type\":\"not_found_error\",\"message\":\"model: nope\"},\"request_id\":null}}}");
    BatchResult.Errored errored = (BatchResult.Errored) result;
    assertThat(errored).hasToString("2: errored (not_found_error)");
    assertThat(errored.error())
        .isEqualTo(
            ApiError.builder(ErrorKind.NOT_FOUND)
                .type("not_found_error")
                .message("model: nope")
                .build());
    assertThat(errored.json().getAsJsonObject("error").has("details")).isTrue();
  }

  @Test
  void reportsWhichErrorsAreRetryable() {
    for (String type :
        new String[] {"rate_limit_error", "api_error", "overloaded_error", "timeout_error"}) {
      ApiError error = error(type, "m", "workerreq_1");
      assertThat(error.retryable()).isTrue();
      assertThat(error.type()).isEqualTo(type);
      assertThat(error.requestId()).isEqualTo("workerreq_1");
    }
    for (String type : new String[] {"invalid_request_error", "something_new"}) {
      assertThat(error(type, "m", "workerreq_1").retryable()).isFalse();
    }
  }

  @Test
  void boundsTheProvidersMessage() {
    assertThat(error("api_error", "m".repeat(1_000), "r").message()).hasSizeLessThanOrEqualTo(301);
  }

  @Test
  void acceptsAnEmptyError() {
    BatchResult result = decode("{\"custom_id\":\"2\",\"result\":{\"type\":\"errored\"}}");
    assertThat(result.error()).isEqualTo(ApiError.builder(ErrorKind.INVALID).build());
  }

  @Test
  void readsWhatDidNotRun() {
    BatchResult cancelled = decode("{\"custom_id\":\"c\",\"result\":{\"type\":\"canceled\"}}");
    assertThat(cancelled).hasToString("c: cancelled");
    BatchResult expired = decode("{\"custom_id\":\"d\",\"result\":{\"type\":\"expired\"}}");
    assertThat(expired).hasToString("d: expired");
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    assertUnreadable(
        "{\"custom_id\":\"6\",\"result\":{\"type\":\"deferred_marker\",\"note\":\"marker\"}}",
        "6: unreadable (an unknown result.type: deferred_marker)");
    assertUnreadable("{\"custom_id\":\"6\"}", "6: unreadable (no result.type)");
    assertUnreadable("{\"custom_id\":\"6\",\"result\":null}", "6: unreadable (no result.type)");
    assertUnreadable(
        "{\"custom_id\":\"6\",\"result\":{\"type\":\"succeeded\"}}",
        "6: unreadable (no result.message)");
    assertUnreadable(
        "{\"result\":{\"type\":\"canceled\",\"marker\":1}}", "line 12: unreadable (no custom_id)");
    assertUnreadable("[\"marker\"]", "line 12: unreadable (not a JSON object)");
    assertUnreadable(
        "{\"custom_id\":\"6\",\"result\":{\"type\":\"canceled\",\"marker\":'marker'}}",
        "6: unreadable (malformed JSON at column 55)");
  }

  private static void assertUnreadable(String line, String shown) {
    BatchResult result = decode(line);
    assertThat(result).hasToString(shown);
    BatchResult.Unreadable unreadable = (BatchResult.Unreadable) result;
    assertThat(unreadable.lineNumber()).isEqualTo(12);
    assertThat(unreadable.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(line);
  }

  private static ApiError error(String type, String message, String requestId) {
    String line =
        "{\"custom_id\":\"2\",\"result\":{\"type\":\"errored\",\"error\":{\"error\":{\"type\":\"%s\","
            + "\"message\":\"%s\"},\"request_id\":\"%s\"}}}";
    BatchResult result = decode(line.formatted(type, message, requestId));
    return ((BatchResult.Errored) result).error();
  }

  private static BatchResult decode(String line) {
    return new AnthropicLines(null).decode(line.getBytes(StandardCharsets.UTF_8), 12);
  }
}
