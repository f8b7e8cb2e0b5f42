package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.batchwright.BatchRequest;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.client.anthropic.model.MessageBatch;
import io.batchwright.client.anthropic.model.MessageParam;
import io.batchwright.client.anthropic.model.MessageParams;
import io.batchwright.client.anthropic.model.Usage;
import java.nio.CharBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {
  private static final String MESSAGE =
      """
      {"id":"msg_01","type":"message","role":"assistant","model":"claude","container":{"id":"c1"},
      "content":[
        {"type":"text","text":"four <&> 'é' \\u2028"},
        {"type":"tool_use","id":"t1","name":"sum","input":{"a":[1,2.50,null],"b":1e300}},
        {"type":"from_the_future","payload":{"deep":[{"x":null}]},"weight":12345678901234567890.5}],
      "stop_reason":"brand_new_reason",
      "usage":{"input_tokens":20,"output_tokens":5,"cache_creation":{"ephemeral_5m_input_tokens":0},
        "inference_geo":"not_available","service_tier":"batch"}}
      """;

  @Test
  void aModelKeepsMembersAndKindsThatItDoesNotKnow() {
    JsonObject wire = ModelJson.parseObject(MESSAGE);
    Message message = decode(wire, Message.class);

    assertThat(message.getId()).isEqualTo("msg_01");
    assertThat(message.getStopReason()).isEqualTo("brand_new_reason");
    assertThat(message.getContent()).hasSize(3);
    assertThat(message.getContent().get(0).getText()).isEqualTo("four <&> 'é' \u2028");
    assertThat(message.getContent().get(2).getType()).isEqualTo("from_the_future");
    assertThat(message.getContent().get(2).getAdditionalProperty("payload")).isNotNull();
    assertThat(message.getUsage()).extracting(Usage::getInputTokens).isEqualTo(20L);
    assertThat(JsonParser.parseString(BatchRequest.of("r", message).bodyJson())).isEqualTo(wire);
  }

  @Test
  void nullsOfUnknownMembersArePreservedToo() {
    JsonObject wire = ModelJson.parseObject("{\"id\":\"m\",\"stop_notes\":null,\"x\":[null]}");

    assertThat(JsonParser.parseString(BatchRequest.of("r", decode(wire, Message.class)).bodyJson()))
        .isEqualTo(wire);
  }

  @Test
  void aMissingRequiredMemberIsNoError() {
    MessageBatch batch = decode(new JsonObject(), MessageBatch.class);

    assertThat(batch.getId()).isNull();
  }

  @Test
  void aTimeThatCannotBeReadIsAbsent() {
    Times times =
        decode(
            ModelJson.parseObject(
                "{\"id\":\"b\",\"begin\":\"2026-08-19T14:44:51Z\",\"middle\":7,\"end\":\"soon\"}"),
            Times.class);

    assertThat(times.id).isEqualTo("b");
    assertThat(times.begin).isEqualTo("2026-08-19T14:44:51Z");
    assertThat(times.middle).isNull();
    assertThat(times.end).isNull();
  }

  /** The caller's own type: no generated model has times that Gson would read. */
  private static final class Times {
    @Nullable String id;
    @Nullable OffsetDateTime begin;
    @Nullable OffsetDateTime middle;
    @Nullable OffsetDateTime end;
  }

  @Test
  void aMemberOfAnotherKindIsAnErrorWithoutContent() {
    JsonObject wire = ModelJson.parseObject("{\"id\":\"m\",\"usage\":\"MARKER\"}");

    assertThatThrownBy(() -> decode(wire, Message.class))
        .isInstanceOf(JsonParseException.class)
        .satisfies(e -> assertThat(JsonProblem.of(e)).doesNotContain("MARKER"));
  }

  @Test
  void fieldsOfAModelThatAreNotSetAreNotWritten() {
    MessageParams params =
        new MessageParams()
            .model("claude")
            .maxTokens(16L)
            .addMessagesItem(new MessageParam().role("user").content("Hi <b>"));
    params.putAdditionalProperty("speed", "fast");

    assertThat(JsonParser.parseString(BatchRequest.of("r", params).bodyJson()))
        .isEqualTo(
            JsonParser.parseString(
                "{\"model\":\"claude\",\"max_tokens\":16,\"messages\":[{\"role\":\"user\","
                    + "\"content\":\"Hi <b>\"}],\"speed\":\"fast\"}"));
    assertThat(BatchRequest.of("r", params).bodyJson()).contains("Hi <b>");
  }

  @Test
  void nullsOfAMapOrATreeAreMeant() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", null);
    map.put("list", new ArrayList<>(List.of(1, 2L, 3.5)));
    JsonObject tree = new JsonObject();
    tree.add("a", JsonNull.INSTANCE);

    assertThat(BatchRequest.of("r", map).bodyJson()).isEqualTo("{\"a\":null,\"list\":[1,2,3.5]}");
    assertThat(BatchRequest.of("r", tree).bodyJson()).isEqualTo("{\"a\":null}");
  }

  @Test
  void aModelWithinAMapIsWrittenAsAlone() {
    Map<String, Object> map = Map.of("m", new MessageParam().role("user"));

    assertThat(BatchRequest.of("r", map).bodyJson()).isEqualTo("{\"m\":{\"role\":\"user\"}}");
  }

  @Test
  void textIsRefusedWithTheWayOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchRequest.of("r", "{\"model\":\"MARKER\"}").bodyJson())
        .withMessageContaining("ofJson")
        .withMessageNotContaining("MARKER");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchRequest.of("r", CharBuffer.wrap("MARKER")).bodyJson());
  }

  @Test
  void whatCannotBeWrittenIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchRequest.of("r", Map.of("x", Double.NaN)).bodyJson());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchRequest.of("r", Map.of("x", ModelJsonTest.class)).bodyJson())
        .withMessageContaining("generated models");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchRequest.of("r", Map.of("x", Optional.of(1))).bodyJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"MARKER\"",
        "<html>MARKER</html>",
        "{'a':1}",
        "{a:1}",
        "{\"a\":MARKER}",
        "{\"a\":1,}",
        "{\"a\":1;}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":TRUE}",
        "{\"a\":\"MARKER\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":1} {}",
        "{\"a\":1}MARKER",
        "{\"a\":\"MARKER",
        "/* MARKER */{}",
        "#MARKER\n{}",
        ")]}'\n{}"
      })
  void onlyExactlyOneStrictObjectIsReadAndErrorsShowNoContent(String text) {
    assertThatThrownBy(() -> ModelJson.parseObject(text))
        .isInstanceOf(JsonParseException.class)
        .hasMessageNotContaining("MARKER")
        .hasNoCause();
  }

  @Test
  void errorsNameTheirPlace() {
    assertThatThrownBy(() -> ModelJson.parseObject("{\"a\":1,}"))
        .hasMessageContaining("malformed JSON at column");
    assertThatThrownBy(() -> ModelJson.parseObject("{\"a\":")).hasMessageContaining("too early");
  }

  private static <T> T decode(JsonObject wire, Class<T> model) {
    return ModelJson.decode(JsonCursor.of(wire.toString()), model);
  }
}
