package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.SocketEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entity tag that is not valid in a header must not be sent, and must not fail the reading. */
class UnusualTagTest {
  private static final int LINES = 1000;

  private static final String FILE =
      String.join(
          "",
          IntStream.range(0, LINES)
              .mapToObj(i -> "{\"custom_id\":\"" + i + "\",\"result\":{\"type\":\"expired\"}}\n")
              .toList());

  @ParameterizedTest
  @ValueSource(strings = {"\"caf\u00e9\"", "\"a\u0001b\"", "a b", ""})
  void theFileIsReadFromItsStart(String tag) {
    try (MockAnthropic mock = new MockAnthropic();
        BatchClient client = mock.client()) {
      mock.respond(
          new MockResponse.Builder()
              .addHeaderLenient("ETag", tag)
              .body(FILE)
              .onResponseBody(new SocketEffect.CloseSocket())
              .build());
      List<String> read = new ArrayList<>();
      try (BatchResults results = client.open(mock.ref("msgbatch_1")).results()) {
        mock.respond(200, FILE);
        for (BatchResult result : results) {
          read.add(result.customId());
        }
      }
      assertThat(read).hasSize(LINES).doesNotHaveDuplicates();
      assertThat(mock.requests()).hasSize(2);
      assertThat(mock.requests().get(1).getHeaders().names()).doesNotContain("If-Range", "Range");
    }
  }
}
