package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {
  private static String text(Slice slice) {
    return new String(slice.bytes(), slice.offset(), slice.length(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "request-1 /~",
        "\"",
        "\\",
        "tab\t",
        "é",
        "🎉",
        "null",
        "\u2028",
        "\u007f"
      })
  void anyIdIsQuotedAsJson(String id) {
    String json = text(new RequestLine(1, id, Slice.of("{}"), null, 0, List.of()).quotedId());
    assertThat(json).startsWith("\"").endsWith("\"");
    assertThat(JsonParser.parseString(json).getAsString()).isEqualTo(id);
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
        "{\"a\":1 , \"b\":\"m\" , \"c\":[2]} | {\"a\":1,\"c\":[2]}",
        "{\"b\":\"m\",\"a\":1,\"b\":\"n\"} | {\"a\":1}",
        "{\"b\":\"m\",\"b\":\"n\"} | {}",
        "{\"\\u0062\":\"m\",\"a\":\"}\"} | {\"a\":\"}\"}",
        "{\"a\":{\"b\":1}} | {\"a\":{\"b\":1}}",
        "{\"a\":\"b\"} | {\"a\":\"b\"}",
        "{\"b\":{\"x\":[1,\"]\"]},\"ä\":null} | {\"ä\":null}",
        "{} | {}"
      })
  void aMemberIsRemovedAndTheRestIsKept(String json, String rest) throws JsonFault {
    byte[] within = ("xx" + json + "yy").getBytes(StandardCharsets.UTF_8);

    assertThat(text(new Slice(within, 2, within.length - 4).without("b"))).isEqualTo(rest);
  }
}
