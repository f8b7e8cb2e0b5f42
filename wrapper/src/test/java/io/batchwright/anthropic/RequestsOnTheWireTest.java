package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsOnTheWireTest {
  private final MockAnthropic mock = new MockAnthropic();

  @AfterEach
  void close() {
    mock.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE, POST, /v1/messages/batches",
    "LIST, GET, /v1/messages/batches?limit=7",
    "RETRIEVE, GET, /v1/messages/batches/msgbatch_1",
    "CANCEL, POST, /v1/messages/batches/msgbatch_1/cancel",
    "DELETE, DELETE, /v1/messages/batches/msgbatch_1",
    "RESULTS, GET, /v1/messages/batches/msgbatch_1/results"
  })
  void everyCallGoesToItsPathEvenAfterAPrefix(Endpoint endpoint, String method, String target) {
    assertThat(sent(endpoint, mock.builder()).getRequestLine())
        .isEqualTo(method + " " + target + " HTTP/1.1");
    assertThat(sent(endpoint, mock.builder().baseUrl(mock.url() + "llm/eu/")).getRequestLine())
        .isEqualTo(method + " /llm/eu" + target + " HTTP/1.1");
    assertThat(mock.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void everyCallCarriesKeyVersionAndName(Endpoint endpoint) {
    Headers headers = sent(endpoint, mock.builder()).getHeaders();

    assertThat(headers.values("x-api-key")).containsExactly(MockAnthropic.KEY);
    assertThat(headers.values("authorization")).isEmpty();
    assertThat(headers.values("anthropic-version")).containsExactly("2023-06-01");
    assertThat(headers.values("anthropic-beta")).isEmpty();
    assertThat(headers.get("user-agent")).startsWith("batchwright-java");
    assertThat(headers.get("accept")).contains("application/json");
    assertThat(headers.values("cookie")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyCallCarriesWhatElseWasChosen(Endpoint endpoint) {
    Headers headers =
        sent(
                endpoint,
                mock.builder()
                    .bearerAuth()
                    .apiVersion(Anthropic.VERSION_2026_10_21)
                    .beta("output-300k-2026-03-24")
                    .beta("other"))
            .getHeaders();

    assertThat(headers.values("authorization")).containsExactly("Bearer " + MockAnthropic.KEY);
    assertThat(headers.values("x-api-key")).isEmpty();
    assertThat(headers.values("anthropic-version")).containsExactly("2026-10-21");
    assertThat(headers.values("anthropic-beta")).containsExactly("output-300k-2026-03-24,other");
  }

  @Test
  void aCreateIsExactlyTheFrameAroundTheRequests() {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("max_tokens", 1);
    params.put("messages", List.of());
    params.put("system", "é\u2028<\"\\>");
    try (BatchClient client = mock.client()) {
      client.submit(
          BatchInput.of(
              BatchRequest.ofJson("a-1", " {\"max_tokens\": 1, \"messages\":[], \"x\":1.50}\n"),
              BatchRequest.of("b_2", params)));
    }

    RecordedRequest create = mock.requests().get(0);
    String expected =
        "{\"requests\":[{\"custom_id\":\"a-1\",\"params\":{\"max_tokens\": 1, \"messages\":[],"
            + " \"x\":1.50}},"
            + "{\"custom_id\":\"b_2\",\"params\":{\"max_tokens\":1,\"messages\":[],\"system\":\"é\\u2028<\\\"\\\\>\"}}]}";
    assertThat(MockAnthropic.body(create)).isEqualTo(expected);
    assertThat(create.getHeaders().get("content-type")).startsWith("application/json");
    assertThat(create.getHeaders().get("content-length"))
        .isEqualTo(String.valueOf(expected.getBytes(StandardCharsets.UTF_8).length));
    assertThat(create.getHeaders().get("transfer-encoding")).isNull();
    assertThat(create.getHeaders().get("content-encoding")).isNull();
  }

  @Test
  void cancelAndDeleteHaveNoBody() {
    assertThat(sent(Endpoint.CANCEL, mock.builder()).getBodySize()).isZero();
    assertThat(sent(Endpoint.DELETE, mock.builder()).getBodySize()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\"}",
        "{\"id\":\"msgbatch_1\",\"processing_status\":\"ended\",\"ended_at\":\"2026-08-19T14:44:51Z\","
            + "\"results_url\":\"https://elsewhere.test/results\"}"
      })
  void aStatusIsOneGetWhateverTheState(String body) {
    mock.respond(200, body);
    try (BatchClient client = mock.client()) {
      BatchStatus status = client.open(mock.ref("msgbatch_1")).status();

      assertThat(status.rawJson()).isEqualTo(body);
    }
    assertThat(mock.requests()).hasSize(1);
  }

  @Test
  void openSendsNothing() {
    try (BatchClient client = mock.client()) {
      assertThat(client.open(mock.ref("msgbatch_1")).ref().id()).isEqualTo("msgbatch_1");
    }
    assertThat(mock.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a?b=c", "a#b", "a%2fb", "..x", "a;b", "a+b&c"})
  void anIdIsOneSegmentOfThePathWhateverIsInIt(String id) {
    mock.respond(200, "{\"id\":\"msgbatch_1\"}");
    try (BatchClient client = mock.client()) {
      assertThat(client.open(mock.ref(id)).status().state()).isNotNull();
    }

    RecordedRequest request = mock.requests().get(0);
    assertThat(request.getUrl().pathSegments()).containsExactly("v1", "messages", "batches", id);
    assertThat(request.getUrl().query()).isNull();
  }

  @Test
  void listsPageByPageOnlyAsTheyAreRead() {
    try (BatchClient client = mock.client()) {
      mock.respond(
          200, "{\"data\":[{\"id\":\"c\"},{\"id\":\"b\"}],\"has_more\":true,\"last_id\":\"b\"}");
      var batches = client.list(ListOptions.all().withLimit(1500).withAfter("d")).iterator();
      assertThat(mock.requests()).isEmpty();
      assertThat(List.of(batches.next().ref().id(), batches.next().ref().id()))
          .containsExactly("c", "b");
      assertThat(mock.requests()).hasSize(1);

      mock.respond(200, "{\"data\":[{\"id\":\"a\"}],\"has_more\":false,\"last_id\":\"a\"}");
      assertThat(batches.next().ref().id()).isEqualTo("a");
      assertThat(batches.hasNext()).isFalse();
    }
    assertThat(mock.requests().stream().map(RecordedRequest::getTarget))
        .containsExactly(
            "/v1/messages/batches?limit=1000&after_id=d",
            "/v1/messages/batches?limit=1000&after_id=b");
  }

  @Test
  void listsNewerOnesTheOtherWay() {
    mock.respond(
        200, "{\"data\":[{\"id\":\"f\"},{\"id\":\"e\"}],\"has_more\":true,\"first_id\":\"f\"}");
    try (BatchClient client = mock.client()) {
      assertThat(client.list(ListOptions.all().withLimit(3).withBefore("d"))).hasSize(3);
    }
    assertThat(mock.requests().stream().map(RecordedRequest::getTarget))
        .containsExactly(
            "/v1/messages/batches?limit=3&before_id=d", "/v1/messages/batches?limit=1&before_id=f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-hidden\n", "sk-hidden\r\nx-evil: 1", "sk hidden", "sk-hiddenü", ""})
  void aKeyThatIsInvalidInAHeaderIsRefusedWithoutBeingQuoted(String key) {
    assertThatThrownBy(() -> mock.builder().apiKey(key).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("API key")
        .hasMessageNotContaining("hidden");
    assertThat(mock.builder().apiKey(key)).asString().doesNotContain("hidden");
  }

  private RecordedRequest sent(Endpoint endpoint, Anthropic.Builder builder) {
    int before = mock.requests().size();
    try (BatchClient client = mock.client(builder)) {
      endpoint.send(client, mock.ref("msgbatch_1"));
    }
    assertThat(mock.requests()).hasSize(before + 1);
    return mock.requests().get(before);
  }
}
