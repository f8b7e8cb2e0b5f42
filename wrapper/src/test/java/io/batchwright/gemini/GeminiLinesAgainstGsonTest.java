package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.testing.LineAgreement;
import io.batchwright.testing.LineNoise;
import io.batchwright.testing.LineReading;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class GeminiLinesAgainstGsonTest {
  private static final int COUNT = 30_000;

  private static final LineNoise NOISE =
      new LineNoise(
          """
          {"key":"a-1","response":{"candidates":[{"content":{"parts":[{"text":"hm","thought":true},
          {"text":"fo\\u0075r ","thoughtSignature":"x"},{"functionCall":{"text":"no"}},{"text":"é"}],
          "role":"model"},"finishReason":"STOP","index":0},{"content":{"parts":[{"text":"five"}]}}],
          "usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":5,"thoughtsTokenCount":2,
          "toolUsePromptTokenCount":1,"cachedContentTokenCount":3,"totalTokenCount":16,
          "promptTokensDetails":[{"modality":"TEXT","tokenCount":9}]},"modelVersion":"m"}}
          """,
          """
          {"metadata":{"key":"a-2"},"response":{"candidates":[7,{"content":{"parts":[{"text":"one"}]}}],
          "usageMetadata":{"promptTokenCount":"9"}}}
          """,
          """
          {"metadata":{"custom_id":3},"response":{"promptFeedback":{"blockReason":"SAFETY"}}}
          """,
          """
          {"batchwright_position":4,"error":{"code":8,"message":"slow\\tdown"}}
          """,
          """
          {"key":"a-5","error":{"code":1,"message":"cut off","details":[{"a":1}]}}
          """,
          """
          {"key":"a-6","status":{"code":"13","message":"m"}}
          """,
          """
          {"key":"a-7","error":{"code":503,"status":"UNAVAILABLE","message":"m"},"response":{}}
          """,
          """
          {"key":8,"response":{"error":{"code":3},"candidates":[]}}
          """,
          """
          {"key":"a-9","status":0,"response":[],"error":{}}
          """,
          """
          {"key":"b-1","error":"bad","x":[1,-2.5,true,null]}
          """);

  @Test
  void theSameIsReadInEveryLine() {
    Map<String, Integer> kinds =
        LineAgreement.of(new GeminiLines(null), new GeminiOracle(), NOISE, 5_000_000, COUNT);

    assertThat(kinds)
        .containsOnlyKeys(
            "SUCCEEDED",
            "ERRORED",
            "CANCELLED",
            "UNREADABLE: " + LineReading.BROKEN,
            "UNREADABLE: neither a response nor an error");
    assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isGreaterThan(100));
  }
}
