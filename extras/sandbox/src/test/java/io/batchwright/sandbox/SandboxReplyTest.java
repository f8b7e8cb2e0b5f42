package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reply in the format of each provider. */
class SandboxReplyTest {
  private static final String RESPONSES = "{'model':'gpt-5-nano','input':'Hi'}";

  @Test
  void aCutOffTextEndsAtTheLimitOfTokens() throws IOException {
    SandboxReply reply = SandboxReply.cutOff("half");

    assertThat(Played.message(reply).toString())
        .contains("\"text\":\"half\"", "\"stop_reason\":\"max_tokens\"");
    for (Dialect dialect : Dialect.values()) {
      assertThat(Played.choice(dialect, reply).toString())
          .contains("\"content\":\"half\"", "\"finish_reason\":\"length\"");
    }
    assertThat(Played.response(reply).toString())
        .contains("\"text\":\"half\"", "\"finishReason\":\"MAX_TOKENS\"");
    assertThat(responses(reply).toString())
        .contains(
            "\"status\":\"incomplete\"",
            "\"incomplete_details\":{\"reason\":\"max_output_tokens\"}",
            "\"text\":\"half\"");
  }

  @Test
  void aRefusalHasItsOwnMemberAtAnthropicAndOpenAi() throws IOException {
    SandboxReply reply = SandboxReply.refused("No.");

    assertThat(Played.message(reply).toString())
        .contains(
            "\"content\":[],\"stop_reason\":\"refusal\"",
            "\"stop_details\":{\"type\":\"refusal\",\"category\":null,\"explanation\":\"No.\"}");
    assertThat(Played.choice(Dialect.OPENAI, reply).toString())
        .contains("\"content\":null,\"refusal\":\"No.\"", "\"finish_reason\":\"stop\"");
    assertThat(responses(reply).toString())
        .contains("\"status\":\"completed\"", "[{\"type\":\"refusal\",\"refusal\":\"No.\"}]");
  }

  @Test
  void aRefusalIsATextElsewhere() throws IOException {
    SandboxReply reply = SandboxReply.refused("No.");

    assertThat(Played.choice(Dialect.MOONSHOT, reply).toString())
        .contains("\"content\":\"No.\"")
        .doesNotContain("refusal");
    assertThat(Played.choice(Dialect.ZHIPU, reply).toString()).contains("\"content\":\"No.\"");
    assertThat(Played.response(reply).toString())
        .contains("\"text\":\"No.\"", "\"finishReason\":\"STOP\"");
  }

  @Test
  void aFilteredTextHasTheProvidersFinishReason() throws IOException {
    SandboxReply reply = SandboxReply.filtered("hal");

    assertThat(Played.choice(Dialect.OPENAI, reply).toString()).contains("\"content_filter\"");
    assertThat(Played.choice(Dialect.ZHIPU, reply).toString()).contains("\"sensitive\"");
    assertThat(Played.response(reply).toString())
        .contains("\"text\":\"hal\"", "\"finishReason\":\"SAFETY\"");
    assertThat(Played.response(SandboxReply.filtered("", "RECITATION")).get("candidates"))
        .hasToString("[{\"finishReason\":\"RECITATION\",\"index\":0}]");
    assertThat(responses(reply).get("incomplete_details"))
        .hasToString("{\"reason\":\"content_filter\"}");
  }

  @Test
  void onlyAnthropicPauses() throws IOException {
    SandboxReply reply = SandboxReply.paused("Let me look.");

    assertThat(Played.message(reply).toString())
        .contains("\"text\":\"Let me look.\"", "\"stop_reason\":\"pause_turn\"");
    assertThat(Played.gemini(reply).toString()).contains("\"code\":13", "No content is PAUSED");
    assertThat(Played.chat(Dialect.OPENAI, reply).toString())
        .contains("\"status_code\":500", "No completion is PAUSED");
  }

  @Test
  void aToolIsCalled() throws IOException {
    SandboxReply reply = SandboxReply.toolCall("find", "{\"x\":1}");

    assertThat(Played.message(reply).toString())
        .contains("\"name\":\"find\",\"input\":{\"x\":1}", "\"stop_reason\":\"tool_use\"");
    assertThat(Played.choice(Dialect.OPENAI, reply).toString())
        .contains(
            "\"content\":null",
            "\"function\":{\"name\":\"find\",\"arguments\":\"{\\\"x\\\":1}\"}",
            "\"finish_reason\":\"tool_calls\"");
    assertThat(Played.response(reply).toString())
        .contains("\"functionCall\":{\"name\":\"find\",\"args\":{\"x\":1}}", "\"STOP\"");
    assertThat(responses(reply).toString())
        .contains("\"type\":\"function_call\"", "\"name\":\"find\"", "\"status\":\"completed\"");
  }

  @Test
  void aBlockedPromptHasNoCandidatesAtGemini() throws IOException {
    JsonObject response = Played.response(SandboxReply.blocked());

    assertThat(response.keySet())
        .containsExactly("promptFeedback", "usageMetadata", "modelVersion", "responseId");
    assertThat(response.get("promptFeedback"))
        .hasToString("{\"blockReason\":\"PROHIBITED_CONTENT\"}");
    assertThat(response.getAsJsonObject("usageMetadata").has("candidatesTokenCount")).isFalse();
    assertThat(Played.response(SandboxReply.blocked("SAFETY")).get("promptFeedback"))
        .hasToString("{\"blockReason\":\"SAFETY\"}");
  }

  @Test
  void aBlockedPromptIsAnErrorElsewhere() throws IOException {
    SandboxReply reply = SandboxReply.blocked();

    assertThat(Played.anthropic(reply).toString())
        .contains("\"type\":\"errored\"", "\"type\":\"invalid_request_error\"");
    assertThat(Played.chat(Dialect.MOONSHOT, reply).toString())
        .contains("\"status_code\":400", "\"type\":\"content_filter\"");
    assertThat(Played.chat(Dialect.ZHIPU, reply).toString())
        .contains("\"status_code\":400", "\"code\":\"1301\"");
    assertThat(responses(reply).toString())
        .contains("\"status\":\"failed\"", "\"error\":{\"code\":\"invalid_prompt\"");
  }

  @Test
  void aResponseMayHaveFailedOnALineOfSuccess() throws IOException {
    JsonObject body = responses(SandboxReply.failed("server_error", "The model failed."));

    assertThat(body.get("status").getAsString()).isEqualTo("failed");
    assertThat(body.get("output")).hasToString("[]");
    assertThat(body.get("error"))
        .hasToString("{\"code\":\"server_error\",\"message\":\"The model failed.\"}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"'a' | 1", "['a','b','c'] | 3", "[1,2,3] | 1", "[[1],[2]] | 2"})
  void thereIsAVectorForEachInput(String input, int count) throws IOException {
    String body = "{'model':'m','input':" + input + "}";
    SandboxReply reply =
        SandboxReply.embeddings(new float[] {0.25f, -0.5f}, new float[] {1f, 1e-8f});
    JsonObject json = Played.body(Dialect.OPENAI, "/v1/embeddings", body, reply);

    assertThat(json.getAsJsonArray("data")).hasSize(count);
    assertThat(json.getAsJsonArray("data").get(0))
        .hasToString("{\"object\":\"embedding\",\"index\":0,\"embedding\":[0.25,-0.5]}");
    assertThat(json.keySet()).containsExactly("object", "data", "model", "usage");
    if (count > 1) {
      assertThat(json.getAsJsonArray("data").get(count - 1).toString())
          .contains("\"embedding\":[1.0,1.0E-8]");
    }
  }

  @Test
  void vectorsHaveTheRequestedLengthAndMayBeInBase64() throws IOException {
    SandboxReply text = SandboxReply.text("x");
    String requested = "{'model':'m','input':'a','dimensions':3}";
    JsonObject json = Played.body(Dialect.OPENAI, "/v1/embeddings", requested, text);
    String base64 = "{'model':'m','input':'a','encoding_format':'base64'}";
    SandboxReply vector = SandboxReply.embeddings(new float[] {1f, -2f});

    assertThat(json.getAsJsonArray("data").get(0).getAsJsonObject().getAsJsonArray("embedding"))
        .hasSize(3);
    assertThat(Played.body(Dialect.OPENAI, "/v1/embeddings", base64, vector).toString())
        .contains("\"embedding\":\"AACAPwAAAMA=\"");
  }

  @Test
  void anErrorIsInTheProvidersForm() throws IOException {
    SandboxReply reply = SandboxReply.error(429, "spent", "No more.");

    assertThat(Played.anthropic(reply).get("result"))
        .hasToString(
            """
            {"type":"errored","error":{"type":"error","error":{"details":\
            {"error_visibility":"user_facing","error_code":"spent"},"type":"rate_limit_error",\
            "message":"No more."},"request_id":null}}""");
    assertThat(Played.chat(Dialect.OPENAI, reply).get("body"))
        .hasToString(
            """
            {"error":{"message":"No more.","type":"requests","param":null,"code":"spent"}}""");
    assertThat(Played.chat(Dialect.MOONSHOT, reply).get("body"))
        .hasToString("{\"error\":{\"message\":\"No more.\",\"type\":\"spent\"}}");
    assertThat(Played.chat(Dialect.ZHIPU, reply).get("body"))
        .hasToString("{\"error\":{\"code\":\"spent\",\"message\":\"No more.\"}}");
    assertThat(Played.gemini(SandboxReply.error(503, "UNAVAILABLE", "No more.")).get("error"))
        .hasToString("{\"code\":503,\"message\":\"No more.\",\"status\":\"UNAVAILABLE\"}");
  }

  @Test
  void aBodyIsSentAsItIs() throws IOException {
    assertThat(Played.anthropic(SandboxReply.body("{\"x\":[1]}")).get("result"))
        .hasToString("{\"type\":\"succeeded\",\"message\":{\"x\":[1]}}");
    assertThat(Played.chat(Dialect.OPENAI, SandboxReply.body("{}")).get("body")).hasToString("{}");
    assertThat(Played.gemini(SandboxReply.body("null")).get("response").isJsonNull()).isTrue();
    assertThat(Played.gemini(SandboxReply.body("no JSON")).toString()).contains("\"code\":13");
  }

  @Test
  void aReplyShowsNoContent() {
    assertThat(SandboxReply.text("secret")).hasToString("SandboxReply[TEXT]");
    assertThatThrownBy(SandboxReply::embeddings).isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonObject responses(SandboxReply reply) throws IOException {
    return Played.body(Dialect.OPENAI, "/v1/responses", RESPONSES, reply);
  }
}
