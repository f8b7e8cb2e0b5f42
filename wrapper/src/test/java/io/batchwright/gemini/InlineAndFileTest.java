package io.batchwright.gemini;

import static io.batchwright.gemini.MockGemini.item;
import static io.batchwright.gemini.MockGemini.operation;
import static io.batchwright.gemini.MockGemini.response;
import static io.batchwright.gemini.MockGemini.succeeded;
import static io.batchwright.testing.ScriptedServer.body;
import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.Deleted;
import io.batchwright.InvalidInputException;
import io.batchwright.ResultsAudit;
import io.batchwright.SubmitOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and results are inline or in files, and the caller sees no difference. */
class InlineAndFileTest {
  @TempDir private Path dir;

  private final MockGemini mock = new MockGemini();

  @AfterEach
  void close() {
    mock.close();
  }

  private static <T> List<T> all(BatchResults results, Function<BatchResult, T> of) {
    return StreamSupport.stream(results.spliterator(), false).map(of).toList();
  }

  private List<String> outcomes() {
    try (BatchResults results = mock.open().results()) {
      return all(results, BatchResult::toString);
    }
  }

  private List<String> texts() {
    try (BatchResults results = mock.open().results()) {
      return all(
          results, result -> result.customId() + "=" + ((BatchResult.Succeeded) result).text());
    }
  }

  @Test
  void inlineResultsAreThoseOfAFile() {
    mock.respond(200, succeeded(item("10", "x"), item("9", "y")));
    List<String> inline = texts();

    String file =
        "{\"key\":\"10\",\"response\":"
            + response("x")
            + "}\n\n{\"response\":"
            + response("y")
            + ",\"key\":\"9\"}";
    String ended =
        operation(
            "\"state\":\"BATCH_STATE_SUCCEEDED\",\"output\":{\"responsesFile\":\"files/batch-b1\"}",
            "\"done\":true",
            "\"response\":{\"responsesFile\":\"files/batch-b1\"}");
    mock.script(
        request ->
            response(200, request.getUrl().encodedPath().endsWith(":download") ? file : ended));
    assertThat(texts()).isEqualTo(inline).containsExactly("10=x", "9=y");
    assertThat(mock.requests().get(mock.requests().size() - 1).getUrl().encodedPath())
        .isEqualTo("/v1beta/files/batch-b1:download");
  }

  @Test
  void aKeyIsAnyText() {
    mock.respond(200, succeeded(item("order/7 – ä", "x"), item("12", "y"), item("-", "z")));

    assertThat(outcomes())
        .containsExactly("order/7 – ä: succeeded", "12: succeeded", "-: succeeded");
  }

  @Test
  void resultsWithoutAnyKeyHaveTheirPositionsAndAFlag() throws IOException {
    String bare = "{\"response\":" + response("x") + "}";
    mock.respond(200, succeeded(bare, bare));

    Path saved = dir.resolve("saved.jsonl");
    try (BatchResults results = mock.open().results()) {
      ResultsAudit audit = new ResultsAudit(List.of("0", "1"));
      List<Long> positions = new ArrayList<>();
      for (BatchResult result : results) {
        assertThat(result.customId()).isNull();
        positions.add(result.position());
        audit.add(result);
      }
      assertThat(positions).containsExactly(0L, 1L);
      assertThat(audit.clean()).isFalse();
      assertThat(audit.missing()).containsExactly("0", "1");
    }
    try (BatchResults results = mock.open().results()) {
      assertThat(results.saveTo(saved)).isEqualTo(2);
    }
    try (BatchResults results = Gemini.readResults(saved)) {
      assertThat(all(results, BatchResult::toString))
          .containsExactly("position 0: succeeded", "position 1: succeeded");
    }
  }

  @Test
  void aResultWithoutAKeyAmongOthersHasItsPosition() {
    mock.respond(200, succeeded("{\"response\":" + response("x") + "}", item("b", "y")));

    try (BatchResults results = mock.open().results()) {
      assertThat(all(results, BatchResult::toString))
          .containsExactly("position 0: succeeded", "b: succeeded");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANCELLED", "EXPIRED", "SUCCEEDED"})
  void resultsAreReadWhateverTheEnd(String state) {
    String output =
        "{\"inlinedResponses\":{\"inlinedResponses\":["
            + item("a", "x")
            + ",{\"metadata\":{\"key\":\"b\"},\"error\":{\"code\":1}}]}}";
    mock.respond(
        200,
        operation(
            "\"state\":\"BATCH_STATE_" + state + "\",\"output\":" + output,
            "\"done\":true",
            "\"response\":" + output));

    assertThat(outcomes()).containsExactly("a: succeeded", "b: cancelled");
  }

  @Test
  void aStatusPassesOverResults() {
    mock.respond(200, succeeded(item("a", "long text"), item("b", "long text")));

    BatchStatus status = mock.open().status();
    assertThat(status.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(status.rawJson())
        .contains("\"inlinedResponses\":[]", "\"done\":true")
        .doesNotContain("long text");
    assertThat(mock.requests()).hasSize(1);
  }

  @Test
  void theSameRequestsAreSentInlineOrAsAFile() {
    UploadServer uploads = new UploadServer(mock, 8 << 20);
    BatchInput input =
        BatchInput.of(BatchRequest.ofJson("0", "{}"), BatchRequest.ofJson("1", "{}"));
    SubmitOptions options = SubmitOptions.none().withModel("m").withLabel("demo");

    try (BatchClient client = mock.client()) {
      assertThat(client.submit(input, options).ref().id()).isEqualTo("batches/b1");
    }
    assertThat(uploads.steps()).isEmpty();
    assertThat(body(mock.requests().get(0)))
        .contains("\"displayName\":\"demo [")
        .contains("{\"metadata\":{\"key\":\"1\"},\"request\":{}}");

    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      assertThat(client.submit(input, options).ref().id()).isEqualTo("batches/b1");
    }
    assertThat(body(mock.requests().get(1)))
        .isEqualTo("{\"file\":{\"displayName\":\"demo-input.jsonl\"}}");
    assertThat(uploads.file())
        .asString()
        .isEqualTo("{\"key\":\"0\",\"request\":{}}\n{\"key\":\"1\",\"request\":{}}\n");
  }

  @Test
  void anUploadIsDeletedWithItsBatch() {
    UploadServer uploads = new UploadServer(mock, 8 << 20);
    BatchInput input = BatchInput.of(BatchRequest.ofJson("a", "{\"model\":\"m\"}"));
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      assertThat(client.submit(input).ref().id()).isEqualTo("batches/b1");
      assertThat(mock.requests().get(0).getHeaders().get("X-Goog-Upload-Header-Content-Length"))
          .isEqualTo(String.valueOf(uploads.file().length));
      String name =
          body(mock.requests().get(2)).replaceAll(".*\"displayName\":\"([^\"]+)\".*", "$1");

      mock.respond(
          200,
          operation(
              "\"state\":\"BATCH_STATE_SUCCEEDED\",\"displayName\":\""
                  + name
                  + "\",\"inputConfig\":{\"fileName\":\"files/in1\"},"
                  + "\"output\":{\"responsesFile\":\"files/batch-b1\"}",
              "\"done\":true"));
      Deleted deleted = client.open(mock.ref("batches/b1")).delete().orElseThrow();
      assertThat(deleted.removed()).containsExactly("files/in1", "batches/b1", "files/batch-b1");
      assertThat(mock.requests().subList(4, 6))
          .extracting(request -> request.getMethod() + " " + request.getUrl().encodedPath())
          .containsExactly("DELETE /v1beta/files/in1", "DELETE /v1beta/batches/b1");
    }
  }

  @Test
  void anUploadHasTheLimitThatIsSet() {
    BatchInput input = BatchInput.of(BatchRequest.ofJson("a", "{\"model\":\"m\"}"));
    Gemini.Builder small = mock.builder().inlineUpTo(0);
    try (BatchClient client =
        mock.client(
            small.limits(
                mock.client().limits(SubmitOptions.none()).toBuilder().maxBytes(10).build()))) {
      assertThatThrownBy(() -> client.submit(input)).isInstanceOf(InvalidInputException.class);
    }
    assertThat(mock.requests()).isEmpty();
  }
}
