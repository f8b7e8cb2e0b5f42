package io.batchwright.internal.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.jsonl.RequestLine.Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberSpanTest {
  private static String span(String json) {
    Slice value = MemberSpan.of(Slice.of(json), "b");
    return new String(value.bytes(), value.offset(), value.length(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"b\":{}} | {}",
        "{\"b\":{\"b\":{\"b\":1}}} | {\"b\":{\"b\":1}}",
        "{\"a\":{\"b\":2},\"b\":{\"c\":[{}]}} | {\"c\":[{}]}",
        "{ \"a\" : [ 1 , { \"b\" : 2 } ] , \"b\" : [ [ ] , 1 ] } | [ [ ] , 1 ]",
        "{\"a\":\"b\",\"b\":\"a\"} | \"a\"",
        "{\"a\":\"\\\"b\\\":1\",\"b\":2} | 2",
        "{\"a\":\"\\\\\",\"b\":\"\\\\\"} | \"\\\\\"",
        "{\"a\":\"}{][\",\"b\":\"}{][,: \"} | \"}{][,: \"",
        "{\"a\":-1.5e+10,\"b\":-1.5E-10} | -1.5E-10",
        "{\"a\":true,\"b\":null,\"c\":0} | null",
        "{\"b\":7 ,\"c\":0} | 7",
        "{\"b\": 7\t} | 7",
        "{\"\\u0062\":1} | 1",
        "{\"\\u0061\":0,\"b\":1} | 1",
        "{\"\":0,\"b\":1} | 1",
        "{\"é🎉\":\"é🎉\",\"b\":\"é🎉\"} | \"é🎉\"",
        "{\"a\":{\"x\":\"\\\"}\"},\"b\":{\"x\":\"\\\\\"}} | {\"x\":\"\\\\\"}"
      })
  void findsTheBytesOfAMember(String json, String value) {
    assertThat(span(json)).isEqualTo(value);
  }

  @Test
  void passesOverAnyWhiteSpace() {
    assertThat(span(" \t\r\n{\r\n\"a\"\t:\r1\n,\n\"b\"\r\n:\t \n{ \"c\" :\n1 }\n}\n"))
        .isEqualTo("{ \"c\" :\n1 }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"b\":\"m\"} | {}",
        "{ \"b\" : \"m\" } | {}",
        "{\"b\":\"m\",\"a\":1} | {\"a\":1}",
        "{\"a\":1,\"b\":\"m\"} | {\"a\":1}",
        "{\"a\":1 , \"b\":\"m\" , \"c\":[2]} | {\"a\":1 , \"c\":[2]}",
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
    Slice without = MemberSpan.without(new Slice(within, 2, within.length - 4), "b");

    assertThat(
            new String(without.bytes(), without.offset(), without.length(), StandardCharsets.UTF_8))
        .isEqualTo(rest);
  }

  @Test
  void findsTheFirstOfSeveral() {
    assertThat(span("{\"b\":1,\"b\":2}")).isEqualTo("1");
  }
}
