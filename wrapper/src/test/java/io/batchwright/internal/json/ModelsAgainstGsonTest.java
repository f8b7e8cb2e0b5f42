package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.BatchRequest;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.client.anthropic.model.MessageBatch;
import io.batchwright.client.gemini.model.GenerateContentResponse;
import io.batchwright.client.openai.model.ChatCompletion;
import io.batchwright.testing.LineNoise;
import io.batchwright.testing.TreeLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares models with those that were decoded from trees.
 *
 * <p>There are no duplicate members: the last one counts either way, but only now must the first
 * one have the right type as well.
 */
class ModelsAgainstGsonTest {
  private static final int COUNT = 1_500;

  private static final LineNoise NOISE =
      new LineNoise(
          """
          {"id":"msg_01","type":"message","role":"assistant","model":"claude","content":[
          {"type":"text","text":"4 é\\n","citations":[{"type":"page","start":1}]},
          {"type":"tool_use","id":"t","name":"sum","input":{"a":[1,2.50,null],"b":1e300}},
          {"type":"from_the_future","payload":{"deep":[{"x":null}]},"weight":12345678901234567890.5}],
          "stop_reason":"end_turn","container":{"id":"c1"},"details":null,
          "usage":{"input_tokens":20,"output_tokens":5,"cache_creation":{"a":0},"tier":"batch"}}
          """,
          """
          {"id":"c-1","object":"chat.completion","created":1788300202,"model":"m-1","choices":[
          {"index":0,"finish_reason":"brand_new","logprobs":{"content":[{"token":"a","bytes":null,
          "logprob":-0.25}]},"message":{"role":"assistant","content":"four","audio":null,
          "reasoning_content":"2+2","tool_calls":[{"id":"c1","type":"function","function":
          {"name":"sum","arguments":"{}"}},{"id":"c2","type":"from_the_future","x":[null,1e300]}]}}],
          "usage":{"prompt_tokens":29,"completion_tokens":11,"total_tokens":40,"cached_tokens":7,
          "prompt_tokens_details":{"cached_tokens":7,"audio_tokens":null}},"request_id":"r",
          "service_tier":"batch","moderation":null,"content_filter":[{"role":"user","level":0}]}
          """,
          """
          {"candidates":[{"index":0,"finishReason":"BRAND_NEW","avgLogprobs":-0.25,"mood":null,
          "content":{"role":"model","parts":[{"text":"2+2","thought":true,"thoughtSignature":"YQ=="},
          {"text":"four","rank":[null]},{"functionCall":{"name":"sum","args":{"a":2,"b":null}}},
          {"inlineData":{"mimeType":"image/png","data":"YQ=="}},{"fromTheFuture":{"weight":1.5}}]},
          "safetyRatings":[{"category":"HARM","probability":"LOW","score":0.5,"blocked":false}]}],
          "promptFeedback":{"blockReason":"OTHER"},"modelVersion":"m","responseId":"r",
          "usageMetadata":{"promptTokenCount":9,"totalTokenCount":16,"extra":{"a":1}}}
          """,
          """
          {"id":"batch_1","created_at":"2025-01-01T00:00:00+02:00","ended_at":"soon","x":1,
          "request_counts":{"succeeded":1,"errored":0},"processing_status":"ended"}
          """);

  @ParameterizedTest
  @ValueSource(
      classes = {
        Message.class,
        MessageBatch.class,
        ChatCompletion.class,
        io.batchwright.client.moonshot.model.ChatCompletion.class,
        io.batchwright.client.zhipu.model.ChatCompletion.class,
        GenerateContentResponse.class
      })
  void theSameIsReadIntoTheModelAndWrittenAgain(Class<?> model) {
    int read = 0;
    for (long seed = 6_000_000; seed < 6_000_000 + COUNT; seed++) {
      byte[] document = NOISE.wellFormed(seed);
      TreeLine tree = TreeLine.parse(document);
      if (tree == null) {
        continue; // an unusual number, or nested too deep
      }
      String due = former(tree.tree(), model);
      assertThat(now(document, model)).as("seed %d: %s", seed, tree.tree()).isEqualTo(due);
      read += due.equals(REFUSED) ? 0 : 1;
    }
    assertThat(read).isBetween(COUNT / 4, COUNT);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Message.class,
        ChatCompletion.class,
        io.batchwright.client.moonshot.model.ChatCompletion.class,
        io.batchwright.client.zhipu.model.ChatCompletion.class,
        GenerateContentResponse.class
      })
  void everyMemberIsPreservedHoweverItWasWritten(Class<?> model) {
    for (long seed = 7_000_000; seed < 7_000_000 + COUNT / 10; seed++) {
      byte[] document = NOISE.faithful(seed);
      TreeLine tree = TreeLine.parse(document);
      assertThat(tree).as("seed %d", seed).isNotNull();
      assertThat(JsonParser.parseString(now(document, model)))
          .as("seed %d", seed)
          .isEqualTo(tree.tree());
    }
  }

  private static final String REFUSED = "\"does not fit\"";

  private static String former(JsonObject tree, Class<?> model) {
    Object read;
    try {
      read = TreeModelFactory.GSON.fromJson(tree, model);
    } catch (RuntimeException e) {
      return REFUSED;
    }
    return written(read);
  }

  private static String now(byte[] document, Class<?> model) {
    Object read;
    try {
      read = ModelJson.decode(new JsonCursor().over(document, 0, document.length), model);
    } catch (RuntimeException e) {
      return REFUSED;
    }
    return written(read);
  }

  /** A number too large for a double is decoded into a model, but Gson does not write it. */
  private static String written(Object model) {
    try {
      return BatchRequest.of("r", model).bodyJson();
    } catch (IllegalArgumentException e) {
      return "\"cannot be written\"";
    }
  }
}
