package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedIdTest {
  private final QuotedId quoted = new QuotedId();

  @Test
  void writesAnyIdAsJson() {
    for (String id :
        List.of("", "a", "request-1 /~", "\"", "\\", "tab\t", "é", "🎉", "x".repeat(5000), "b")) {
      Slice json = quoted.of(new RequestLine(1, id, Slice.of("{}"), null, null, false));
      String text = new String(json.bytes(), json.offset(), json.length(), StandardCharsets.UTF_8);
      assertThat(JsonParser.parseString(text).getAsString()).isEqualTo(id);
    }
  }
}
