package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.batchwright.BatchRequest;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Members that the models do not name, and differences between similar providers, are preserved.
 */
class ModelsKeepWhatTheyDoNotKnowTest {
  private static final String OPENAI =
      """
      {"id":"chatcmpl-1","object":"chat.completion","created":1788300202,"model":"m-1",
      "choices":[{"index":0,"finish_reason":"brand_new","logprobs":{"content":[{"token":"a",
        "bytes":null,"logprob":-0.25}]},"message":{"role":"assistant","content":"four \\u2028",
        "annotations":[],"hologram":null,"tool_calls":[{"id":"c1","type":"function",
        "function":{"name":"sum","arguments":"{\\"a\\":2"}},{"id":"c2","type":"from_the_future",
        "from_the_future":{"input":[null,1e300]}}]}}],
      "usage":{"prompt_tokens":29,"completion_tokens":11,"total_tokens":40,
        "prompt_tokens_details":{"cached_tokens":7,"hologram_tokens":null},
        "completion_tokens_details":{"reasoning_tokens":3,"brand_new_tokens":1}},
      "service_tier":"batch","moderation":null}
      """;

  private static final String MOONSHOT =
      """
      {"id":"chatcmpl-2","object":"chat.completion","created":1788300400,"model":"kimi",
      "choices":[{"index":0,"finish_reason":"stop","weight":12345678901234567890.5,
        "message":{"role":"assistant","content":"四","reasoning_content":"2+2","mood":null}}],
      "usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14,"cached_tokens":4}}
      """;

  private static final String ZHIPU =
      """
      {"created":1788300500,"usage":{"completion_tokens":6,"prompt_tokens":8,"total_tokens":14,
        "prompt_tokens_details":{"cached_tokens":2}},"model":"glm","id":"921","choices":[
        {"finish_reason":"sensitive","index":0,"message":{"role":"assistant",
        "reasoning_content":"2+2","content":[{"type":"text","text":"四","rank":null}]}}],
      "content_filter":[{"role":"assistant","level":0}],"request_id":"615-request-000001"}
      """;

  private static final String GEMINI =
      """
      {"candidates":[{"index":0,"finishReason":"BRAND_NEW","avgLogprobs":-0.25,"mood":null,
        "content":{"role":"model","parts":[{"text":"2+2","thought":true,"thoughtSignature":"YQ=="},
        {"text":"four","rank":[null]},{"functionCall":{"name":"sum","args":{"a":2,"b":null}}},
        {"fromTheFuture":{"weight":12345678901234567890.5}}]},
        "citationMetadata":{"citationSources":[{"startIndex":0,"uri":null}]},
        "safetyRatings":[{"category":"HARM","probability":"LOW","score":0.5}]}],
      "promptFeedback":{"blockReason":"OTHER","hint":null},
      "usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":5,"thoughtsTokenCount":3,
        "totalTokenCount":17,"promptTokensDetails":[{"modality":"TEXT","tokenCount":9,"x":null}],
        "serviceTier":"SERVICE_TIER_STANDARD","brandNewTokenCount":1},
      "modelVersion":"gemini-1","responseId":"r-1","modelStatus":{"modelStage":"STABLE"}}
      """;

  static Stream<Arguments> completions() {
    return Stream.of(
        arguments(GEMINI, io.batchwright.client.gemini.model.GenerateContentResponse.class),
        arguments(OPENAI, io.batchwright.client.openai.model.ChatCompletion.class),
        arguments(MOONSHOT, io.batchwright.client.moonshot.model.ChatCompletion.class),
        arguments(ZHIPU, io.batchwright.client.zhipu.model.ChatCompletion.class));
  }

  @ParameterizedTest
  @MethodSource("completions")
  void aCompletionIsEncodedUnchanged(String json, Class<?> model) {
    assertRoundTrips(json, model);
  }

  @Test
  void namedMembersHaveGetters() {
    var openai = decode(OPENAI, io.batchwright.client.openai.model.ChatCompletion.class);
    var moonshot = decode(MOONSHOT, io.batchwright.client.moonshot.model.ChatCompletion.class);
    var zhipu = decode(ZHIPU, io.batchwright.client.zhipu.model.ChatCompletion.class);

    assertThat(openai.getChoices())
        .flatExtracting("message.toolCalls")
        .extracting("type", "function.arguments")
        .containsExactly(tuple("function", "{\"a\":2"), tuple("from_the_future", null));
    assertThat(openai)
        .extracting(
            "usage.promptTokensDetails.cachedTokens",
            "usage.completionTokensDetails.reasoningTokens")
        .containsExactly(7L, 3L);
    assertThat(moonshot.getChoices()).extracting("message.reasoningContent").containsExactly("2+2");
    assertThat(moonshot).extracting("usage.cachedTokens").isEqualTo(4L);
    assertThat(zhipu.getRequestId()).isEqualTo("615-request-000001");
    assertThat(zhipu.getChoices())
        .extracting("message.content")
        .singleElement()
        .isInstanceOf(List.class);
  }

  @Test
  void membersThatAreNullAreAbsent() {
    var batch =
        decode(
            """
            {"id":"b","model":null,"errors":null,"output_file_id":null,"completed_at":null,
            "request_counts":null,"usage":null,"metadata":null}
            """,
            io.batchwright.client.openai.model.Batch.class);

    assertThat(batch).hasAllNullFieldsOrPropertiesExcept("id");
    assertThat(BatchRequest.of("r", batch).bodyJson()).isEqualTo("{\"id\":\"b\"}");
  }

  @Test
  void theErrorsOfABatchAreKept() {
    String json =
        """
        {"id":"b","status":"failed","errors":{"object":"list","data":[{"code":"brand_new",
        "message":"no","param":"body.n","line":3},{"code":"empty_file","hint":{"x":null}}]}}
        """;
    var batch = decode(json, io.batchwright.client.openai.model.Batch.class);

    assertThat(batch.getErrors()).isEqualTo(ModelJson.parseObject(json).get("errors"));
    assertRoundTrips(json, io.batchwright.client.openai.model.Batch.class);
  }

  @Test
  void namedMembersOfAGeminiResponseHaveGetters() {
    var response = decode(GEMINI, io.batchwright.client.gemini.model.GenerateContentResponse.class);

    assertThat(response.getCandidates())
        .flatExtracting("content.parts")
        .extracting("text", "thought", "functionCall.name")
        .containsExactly(
            tuple("2+2", true, null),
            tuple("four", null, null),
            tuple(null, null, "sum"),
            tuple(null, null, null));
    assertThat(response)
        .extracting("usageMetadata.thoughtsTokenCount", "usageMetadata.totalTokenCount")
        .containsExactly(3L, 17L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"batches/b\",\"metadata\":{\"@type\":\"t\",\"state\":\"BATCH_STATE_NEW\"}}",
        "{\"name\":\"batches/b\",\"metadata\":{\"batchStats\":{\"requestCount\":\"2\"}}}",
        "{\"name\":\"batches/b\",\"metadata\":{\"batchStats\":{\"requestCount\":2,\"x\":null}}}",
        "{\"name\":\"batches/b\",\"metadata\":{\"createTime\":\"2026-08-19T14:34:12.267870162Z\"}}",
        "{\"name\":\"batches/b\",\"metadata\":{\"output\":{\"responsesFile\":\"files/batch-b\"}}}",
        "{\"name\":\"batches/b\",\"done\":true,\"error\":{\"code\":13}}",
        "{\"name\":\"batches/b\",\"done\":true,\"error\":{\"details\":[\"a\",{\"@type\":\"t\"}]}}",
        "{\"done\":true,\"response\":{\"@type\":\"t\",\"responsesFile\":\"files/batch-b\"}}"
      })
  void theManyFormsOfABatchOfGeminiAreAllRead(String json) {
    assertRoundTrips(json, io.batchwright.client.gemini.model.Operation.class);
  }

  @Test
  void inlineResponsesOfGeminiLieInAListOfTheSameName() {
    String json =
        """
        {"name":"batches/b","response":{"inlinedResponses":{"inlinedResponses":[
        {"metadata":{"key":"0","n":[1,null]},"response":{"responseId":"r"}},
        {"error":{"code":4,"message":"late"}}]}}}
        """;
    var batch = decode(json, io.batchwright.client.gemini.model.Operation.class);

    assertThat(batch)
        .extracting("response.inlinedResponses.inlinedResponses", InstanceOfAssertFactories.LIST)
        .extracting("response.responseId", "error.code")
        .containsExactly(tuple("r", null), tuple(null, new JsonPrimitive(4)));
    assertRoundTrips(json, io.batchwright.client.gemini.model.Operation.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"key\":\"1\",\"response\":{\"promptFeedback\":{\"blockReason\":\"OTHER\"}}}",
        "{\"key\":\"1\",\"error\":{\"code\":1}}",
        "{\"key\":\"1\",\"status\":{\"code\":13,\"message\":\"no\"}}",
        "{\"status\":\"no\",\"rank\":null}"
      })
  void theManyFormsOfALineOfGeminiAreAllRead(String json) {
    assertRoundTrips(json, io.batchwright.client.gemini.model.ResultLine.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"14560\"", "14560", "\"3000000000\""})
  void theSizeOfAFileMayBeTextOrNumber(String size) {
    assertRoundTrips(
        "{\"file\":{\"name\":\"files/f\",\"sizeBytes\":" + size + "}}",
        io.batchwright.client.gemini.model.UploadedFile.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"b\",\"request_counts\":{\"total\":null,\"completed\":null,\"failed\":null}}",
        "{\"id\":\"b\",\"request_counts\":{\"total\":3,\"completed\":2,\"failed\":1}}",
        "{\"id\":\"b\",\"request_counts\":3,\"total\":3,\"completed\":2,\"failed\":1}",
        "{\"id\":\"b\",\"created_at\":1788300000000,\"errors\":\"bad file\"}",
        "{\"id\":\"b\",\"created_at\":1788300000,\"errors\":{\"data\":[{\"line\":2}]}}"
      })
  void theManyFormsOfABatchOfZhipuAreAllRead(String json) {
    assertRoundTrips(json, io.batchwright.client.openai.model.Batch.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"no\"", "{\"code\":7,\"message\":\"no\"}", "[\"no\"]"})
  void anErrorOfUndocumentedFormIsKept(String error) {
    String line = "{\"id\":\"x\",\"custom_id\":\"request-1\",\"error\":" + error + "}";
    String batch = "{\"id\":\"b\",\"errors\":" + error + "}";

    assertRoundTrips(line, io.batchwright.client.moonshot.model.ResultLine.class);
    assertRoundTrips(line, io.batchwright.client.zhipu.model.ResultLine.class);
    assertRoundTrips(batch, io.batchwright.client.openai.model.Batch.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1214", "\"1214\""})
  void aCodeMayBeTextOrNumber(String code) {
    String error = "{\"error\":{\"code\":" + code + ",\"message\":\"no\"}}";

    assertRoundTrips(error, io.batchwright.client.openai.model.ErrorResponse.class);
  }

  private static void assertRoundTrips(String json, Class<?> model) {
    JsonElement back = JsonParser.parseString(BatchRequest.of("r", decode(json, model)).bodyJson());

    assertThat(back).isEqualTo(ModelJson.parseObject(json));
  }

  private static <T> T decode(String json, Class<T> model) {
    return ModelJson.decode(JsonCursor.of(json), model);
  }
}
