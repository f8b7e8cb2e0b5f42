package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.testing.LineAgreement;
import io.batchwright.testing.LineNoise;
import io.batchwright.testing.LineReading;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class AnthropicLinesAgainstGsonTest {
  private static final int COUNT = 30_000;

  private static final LineNoise NOISE =
      new LineNoise(
          """
          {"custom_id":"a-1","result":{"type":"succeeded","message":{"id":"msg_01","type":"message",
          "role":"assistant","model":"claude","content":[{"type":"thinking","thinking":"hm"},
          {"type":"text","text":"4 "},{"type":"text","text":"and é\\n\\ud83d\\ude00","citations":[]},
          {"type":"tool_use","id":"t","name":"sum","input":{"text":"no"}},{"type":"text","text":""}],
          "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":20,"output_tokens":5,
          "cache_read_input_tokens":3,"cache_creation_input_tokens":0,"cache_creation":{"a":1}}}}}
          """,
          """
          {"custom_id":"a-2","result":{"type":"succeeded","message":{"content":[{"type":"text",
          "text":"four"}],"usage":{"input_tokens":20,"output_tokens":"5"}}}}
          """,
          """
          {"custom_id":"a-3","result":{"type":"errored","error":{"type":"error","request_id":"req_1",
          "error":{"type":"overloaded_error","message":"slow down"}}}}
          """,
          """
          {"custom_id":"a-4","result":{"type":"errored","error":{"type":"error","request_id":null,
          "error":{"type":"invalid_request_error","message":"m: too\\tbig"}}}}
          """,
          """
          {"custom_id":"a-5","result":{"type":"canceled"}}
          """,
          """
          {"custom_id":"a-6","result":{"type":"expired","error":{"content":[{"type":"text","text":"x"}]}}}
          """,
          """
          {"custom_id":"a-7","result":{"type":"succeeded","message":{"type":"error","error":{"type":"e"}}}}
          """,
          """
          {"custom_id":"a-8","result":{"type":"paused"},"x":[1,2.5e3,true,false,null,{"custom_id":"no"}]}
          """);

  @Test
  void theSameIsReadInEveryLine() {
    Map<String, Integer> kinds =
        LineAgreement.of(new AnthropicLines(null), new AnthropicOracle(), NOISE, 1_000_000, COUNT);

    assertThat(kinds)
        .containsOnlyKeys(
            "SUCCEEDED",
            "ERRORED",
            "CANCELLED",
            "EXPIRED",
            "UNREADABLE: " + LineReading.BROKEN,
            "UNREADABLE: no custom_id",
            "UNREADABLE: no result.type",
            "UNREADABLE: no result.message",
            "UNREADABLE: an unknown result.type");
    assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isGreaterThan(100));
  }
}
