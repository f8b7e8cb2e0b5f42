package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Bodies have the recorded members or, where nothing was recorded, those of the vendor's types. */
class OpenAiBodiesTest {
  private static final SandboxReply TEXT = SandboxReply.text("Hello");

  @Test
  void aChatCompletionHasTheMembersOfTheRecordedOnes() throws IOException {
    JsonObject body = Played.body(Played.chat(Dialect.OPENAI, TEXT));

    assertThat(body.keySet())
        .containsExactly(
            "id",
            "object",
            "created",
            "model",
            "choices",
            "usage",
            "service_tier",
            "system_fingerprint");
    assertThat(body.getAsJsonArray("choices").get(0))
        .hasToString(
            """
            {"index":0,"message":{"role":"assistant","content":"Hello","refusal":null,\
            "annotations":[]},"logprobs":null,"finish_reason":"stop"}""");
    assertThat(body.getAsJsonObject("usage").get("prompt_tokens_details"))
        .hasToString("{\"cached_tokens\":0,\"audio_tokens\":0}");
    assertThat(body.getAsJsonObject("usage").getAsJsonObject("completion_tokens_details").keySet())
        .containsExactly(
            "reasoning_tokens",
            "audio_tokens",
            "accepted_prediction_tokens",
            "rejected_prediction_tokens");
  }

  @Test
  void aResponseHasTheMembersOfTheRecordedOnes() throws IOException {
    String request =
        "{'model':'gpt-5-nano','input':'Hi','instructions':'Be brief','metadata':{'a':'b'}}";
    JsonObject body = Played.body(Dialect.OPENAI, "/v1/responses", request, TEXT);

    assertThat(body.keySet())
        .containsExactly(
            "id",
            "object",
            "created_at",
            "status",
            "background",
            "billing",
            "completed_at",
            "error",
            "incomplete_details",
            "instructions",
            "max_output_tokens",
            "max_tool_calls",
            "model",
            "output",
            "parallel_tool_calls",
            "previous_response_id",
            "prompt_cache_key",
            "prompt_cache_retention",
            "reasoning",
            "safety_identifier",
            "service_tier",
            "store",
            "temperature",
            "text",
            "tool_choice",
            "tools",
            "top_logprobs",
            "top_p",
            "truncation",
            "usage",
            "user",
            "metadata");
    assertThat(body.get("model").getAsString()).isEqualTo("gpt-5-nano-2025-08-07");
    assertThat(body.get("instructions").getAsString()).isEqualTo("Be brief");
    assertThat(body.get("metadata")).hasToString("{\"a\":\"b\"}");
    assertThat(body.get("usage").toString())
        .contains(
            "\"input_tokens_details\":{\"cached_tokens\":0}",
            "\"output_tokens_details\":{\"reasoning_tokens\":0}");
    assertThat(body.getAsJsonArray("output").get(0).toString())
        .contains("\"type\":\"message\",\"status\":\"completed\"", "\"text\":\"Hello\"");
  }

  @Test
  void aModerationHasAResultForEachText() throws IOException {
    String request = "{'input':['a','b']}";
    JsonObject body = Played.body(Dialect.OPENAI, "/v1/moderations", request, TEXT);
    JsonObject flagged =
        Played.body(Dialect.OPENAI, "/v1/moderations", request, SandboxReply.filtered("", "hate"));

    assertThat(body.keySet()).containsExactly("id", "model", "results");
    assertThat(body.getAsJsonArray("results")).hasSize(2);
    JsonObject result = body.getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(result.keySet())
        .containsExactly(
            "flagged", "categories", "category_scores", "category_applied_input_types");
    assertThat(result.getAsJsonObject("categories").keySet()).hasSize(13).contains("hate");
    assertThat(result.get("flagged").getAsBoolean()).isFalse();
    assertThat(flagged.getAsJsonArray("results").get(1).toString())
        .contains("\"flagged\":true", "\"hate\":true", "\"violence\":false");
  }

  @Test
  void imagesAreInTheBody() throws IOException {
    String request = "{'model':'gpt-image-1','prompt':'A cat','n':2,'size':'1024x1536'}";
    JsonObject body = Played.body(Dialect.OPENAI, "/v1/images/generations", request, TEXT);

    assertThat(body.keySet())
        .containsExactly(
            "created", "data", "background", "output_format", "quality", "size", "usage");
    assertThat(body.getAsJsonArray("data")).hasSize(2);
    assertThat(body.getAsJsonArray("data").get(0).toString()).startsWith("{\"b64_json\":\"iVBOR");
    assertThat(body.get("size").getAsString()).isEqualTo("1024x1536");
  }

  @Test
  void zhipusImagesAreAddresses() throws IOException {
    String request = "{'model':'cogview-4','prompt':'A cat'}";
    JsonObject body = Played.body(Dialect.ZHIPU, "/v4/images/generations", request, TEXT);

    assertThat(body.getAsJsonArray("data").toString()).startsWith("[{\"url\":\"https://");
  }

  @Test
  void anOlderCompletionIsAText() throws IOException {
    String request = "{'model':'gpt-3.5-turbo-instruct','prompt':'Hi'}";
    JsonObject body = Played.body(Dialect.OPENAI, "/v1/completions", request, TEXT);

    assertThat(body.get("object").getAsString()).isEqualTo("text_completion");
    assertThat(body.get("choices"))
        .hasToString(
            """
            [{"text":"Hello","index":0,"logprobs":null,"finish_reason":"stop"}]""");
  }

  @Test
  void videosAreNoLongerAnEndpoint() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      DialectHttp http = new DialectHttp(Dialect.OPENAI, sandbox);
      JsonObject create = Dialect.OPENAI.create(http.file(Dialect.OPENAI.lines("a")));
      create.addProperty("endpoint", "/v1/videos");

      assertThat(http.http().post("/batches", create.toString()).status()).isEqualTo(400);
    }
  }
}
