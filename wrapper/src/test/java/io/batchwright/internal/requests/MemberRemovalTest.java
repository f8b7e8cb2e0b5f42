package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.requests.RequestLine.Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberRemovalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"b\":\"m\"} | {}",
        "{ \"b\" : \"m\" } | {}",
        "{\"b\":\"m\",\"a\":1} | {\"a\":1}",
        "{\"a\":1,\"b\":\"m\"} | {\"a\":1}",
        "{\"a\":1 , \"b\":\"m\" , \"c\":[2]} | {\"a\":1,\"c\":[2]}",
        "{\"b\":\"m\",\"a\":1,\"b\":\"n\"} | {\"a\":1}",
        "{\"b\":\"m\",\"b\":\"n\"} | {}",
        "{\"\\u0062\":\"m\",\"a\":\"}\"} | {\"a\":\"}\"}",
        "{\"a\":{\"b\":1}} | {\"a\":{\"b\":1}}",
        "{\"a\":\"b\"} | {\"a\":\"b\"}",
        "{\"b\":{\"x\":[1,\"]\"]},\"ä\":null} | {\"ä\":null}",
        "{} | {}"
      })
  void takesAMemberOutAndLeavesTheRest(String json, String rest) {
    byte[] within = ("xx" + json + "yy").getBytes(StandardCharsets.UTF_8);
    Slice without = MemberRemoval.without(new Slice(within, 2, within.length - 4), "b");

    assertThat(
            new String(without.bytes(), without.offset(), without.length(), StandardCharsets.UTF_8))
        .isEqualTo(rest);
  }
}
