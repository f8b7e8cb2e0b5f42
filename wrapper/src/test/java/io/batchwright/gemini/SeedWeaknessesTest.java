package io.batchwright.gemini;

import static io.batchwright.gemini.MockGemini.answer;
import static io.batchwright.gemini.MockGemini.item;
import static io.batchwright.gemini.MockGemini.operation;
import static io.batchwright.gemini.MockGemini.succeeded;
import static io.batchwright.testing.ScriptedServer.body;
import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.AuthenticationException;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Deleted;
import io.batchwright.InvalidInputException;
import io.batchwright.ListOptions;
import io.batchwright.NoResultsException;
import io.batchwright.RateLimitedException;
import io.batchwright.RequestCounts;
import io.batchwright.ResultsAudit;
import io.batchwright.SubmitOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What that handle is bad at, and a test for each that this one is not. */
class SeedWeaknessesTest {
  @TempDir private Path dir;

  private final MockGemini mock = new MockGemini();

  @AfterEach
  void close() {
    mock.close();
  }

  private static List<String> outcomes(BatchResults results) {
    return StreamSupport.stream(results.spliterator(), false).map(BatchResult::toString).toList();
  }

  private List<String> outcomes() {
    try (BatchResults results = mock.open().results()) {
      return outcomes(results);
    }
  }

  @Test
  void w1KeysAreAnyText() {
    mock.answer(200, succeeded(item("order/7 – ä", "x"), item("12", "y"), item("-", "z")));

    assertThat(outcomes())
        .containsExactly("order/7 – ä: succeeded", "12: succeeded", "-: succeeded");
    try (BatchResults results = mock.open().results()) {
      assertThat(outcomes(results.byNumericKey())).isEqualTo(outcomes());
    }
  }

  @Test
  void w2ResultsWithoutMetadataHaveTheirPlaceAndAFlag() throws IOException {
    String bare = "{\"response\":" + answer("x") + "}";
    mock.answer(200, succeeded(bare, bare));

    Path saved = dir.resolve("saved.jsonl");
    try (BatchResults results = mock.open().results()) {
      ResultsAudit audit = results.audit(List.of("a", "b"));
      assertThat(outcomes(results)).containsExactly("0: succeeded", "1: succeeded");
      assertThat(results.idsArePositions()).isTrue();
      assertThat(audit.clean()).isFalse();
    }
    try (BatchResults results = mock.open().results()) {
      assertThat(results.saveTo(saved)).isEqualTo(2);
    }
    try (BatchResults results = Gemini.readResults(saved)) {
      assertThat(outcomes(results)).containsExactly("0: succeeded", "1: succeeded");
      assertThat(results.idsArePositions()).isTrue();
    }

    mock.answer(200, succeeded(bare, item("b", "y")));
    try (BatchResults results = mock.open().results()) {
      assertThat(outcomes(results)).containsExactly("line 1: unreadable (no key)", "b: succeeded");
      assertThat(results.idsArePositions()).isFalse();
    }
  }

  @Test
  void w3ACancelledBatchIsCancelledAndItsResultsAreKept() {
    mock.answer(
        200,
        operation(
            "\"state\":\"BATCH_STATE_CANCELLED\"", "\"done\":true", "\"error\":{\"code\":13}"));
    assertThat(mock.open().status().state()).isEqualTo(BatchState.CANCELLED);

    String output =
        "{\"inlinedResponses\":{\"inlinedResponses\":["
            + item("a", "x")
            + ",{\"metadata\":{\"key\":\"b\"},\"error\":{\"code\":1}}]}}";
    for (String state : List.of("CANCELLED", "EXPIRED", "SUCCEEDED")) {
      mock.answer(
          200,
          operation(
              "\"state\":\"BATCH_STATE_" + state + "\",\"output\":" + output,
              "\"done\":true",
              "\"response\":" + output));
      assertThat(outcomes()).containsExactly("a: succeeded", "b: cancelled");
    }
  }

  @Test
  void w4AnExpiredBatchWithNothingIsExpired() throws InterruptedException {
    mock.answer(200, operation("\"state\":\"BATCH_STATE_EXPIRED\"", "\"done\":true"));

    assertThat(mock.open().await(Duration.ofHours(1)).state()).isEqualTo(BatchState.EXPIRED);
    assertThatThrownBy(() -> mock.open().results()).isInstanceOf(NoResultsException.class);
  }

  @Test
  void w5TheCountOfSuccessesIsTheOneOnTheWire() {
    mock.answer(
        200, operation("\"batchStats\":{\"requestCount\":\"3\",\"successfulRequestCount\":\"2\"}"));

    assertThat(mock.open().status().counts()).isEqualTo(new RequestCounts(3, 1, 2, 0, 0, 0));
  }

  @Test
  void w6NothingButTheNameMustBeThere() {
    mock.answer(200, "{\"name\":\"batches/b1\"}");
    assertThat(mock.open().status().state()).isEqualTo(BatchState.QUEUED);

    mock.answer(200, "{}");
    try (BatchClient client = mock.client()) {
      assertThat(client.list(ListOptions.ALL)).isEmpty();
    }
  }

  @Test
  void w7AStatusPassesOverResults() {
    mock.answer(200, succeeded(item("a", "long text"), item("b", "long text")));

    BatchStatus status = mock.open().status();
    assertThat(status.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(status.rawJson())
        .contains("\"inlinedResponses\":[]", "\"done\":true")
        .doesNotContain("long text");
    assertThat(mock.requests()).hasSize(1);
  }

  @Test
  void w8AnUploadIsAnnouncedCheckedBoundedAndDeletedWithItsBatch() {
    UploadServer uploads = new UploadServer(mock, 8 << 20);
    BatchInput input = BatchInput.of(BatchRequest.ofJson("a", "{\"model\":\"m\"}"));
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      assertThat(client.submit(input).ref().id()).isEqualTo("batches/b1");
      assertThat(mock.requests().get(0).getHeaders().get("X-Goog-Upload-Header-Content-Length"))
          .isEqualTo(String.valueOf(uploads.file().length));
      String name =
          body(mock.requests().get(2)).replaceAll(".*\"displayName\":\"([^\"]+)\".*", "$1");

      mock.answer(
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
    Gemini.Builder small = mock.builder();
    try (BatchClient client =
        mock.client(small.limits(mock.client().limits(SubmitOptions.NONE).maxBytes(10)))) {
      assertThatThrownBy(() -> client.submit(input)).isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void w9EveryCallKeepsThePathOfTheBaseUrl() {
    mock.script(
        request -> {
          String path = request.getUrl().encodedPath();
          if (path.endsWith("/files") && !path.contains("at")) {
            return response(200, "", "x-goog-upload-url", mock.url() + "proxy/upload/at");
          }
          return path.endsWith("/at")
              ? response(200, "{\"file\":{\"name\":\"files/in1\"}}")
              : response(
                  200,
                  operation(
                      "\"state\":\"BATCH_STATE_SUCCEEDED\"",
                      "\"done\":true",
                      "\"response\":{\"responsesFile\":\"files/batch-b1\"}"));
        });
    Gemini.Builder proxied = mock.builder().baseUrl(mock.url() + "proxy/").inlineUpTo(0);
    try (BatchClient client = mock.client(proxied)) {
      BatchHandle batch =
          client.submit(BatchInput.of(BatchRequest.ofJson("a", "{\"model\":\"m\"}")));
      try (BatchResults results = batch.results()) {
        assertThat(results.idsArePositions()).isFalse();
      }
      assertThat(batch.delete().orElseThrow().recordRemains()).isFalse();
    }
    assertThat(mock.requests())
        .hasSizeGreaterThan(5)
        .allSatisfy(request -> assertThat(request.getUrl().encodedPath()).startsWith("/proxy/"));
  }

  @Test
  void w10ErrorsAreTypedAndTellWhenToTryAgain() {
    mock.answer(
        429,
        "[{\"error\":{\"code\":429,\"message\":\"Quota used up.\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
            + "{\"@type\":\"type.googleapis.com/google.rpc.Help\",\"links\":[]},"
            + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"34.4s\"}]}}]");
    RateLimitedException limited =
        catchThrowableOfType(RateLimitedException.class, () -> mock.open().status());
    assertThat(limited.retryAfter()).isEqualTo(Duration.ofMillis(34_400));
    assertThat(limited.retryable()).isTrue();
    assertThat(limited.error().type()).isEqualTo("RESOURCE_EXHAUSTED");

    mock.answer(
        400,
        "{\"error\":{\"code\":400,\"message\":\"The API key is not valid.\",\"status\":\"INVALID_ARGUMENT\","
            + "\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"API_KEY_INVALID\"}]}}");
    assertThatThrownBy(() -> mock.open().status())
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            error -> assertThat(error.error().code()).isEqualTo("API_KEY_INVALID"));
  }

  @Test
  void w11AnEmptyTokenIsTheEndAndACancelIsSeenAndWhatCreateSaysCounts() {
    mock.answer(200, "{\"operations\":[{\"name\":\"batches/b1\"}],\"nextPageToken\":\"\"}");
    try (BatchClient client = mock.client()) {
      assertThat(client.list(ListOptions.ALL)).hasSize(1);
      assertThat(mock.requests()).hasSize(1);
    }

    mock.answer(200, "{}");
    CancellingBatch cancelling = mock.open().cancel().orElseThrow();
    mock.answer(200, operation("\"state\":\"BATCH_STATE_RUNNING\""));
    assertThat(cancelling.status().state()).isEqualTo(BatchState.CANCELLING);

    mock.answer(
        200,
        operation(
            "\"state\":\"BATCH_STATE_FAILED\"",
            "\"done\":true",
            "\"error\":{\"code\":8,\"details\":[{\"reason\":\"RATE_LIMIT_EXCEEDED\"}]}"));
    assertThat(mock.open().status().rawJson()).contains("RATE_LIMIT_EXCEEDED");
  }

  @Test
  void w12LinesWithAStatusOrACodeAloneAreErrors() {
    mock.script(
        request ->
            request.getUrl().encodedPath().endsWith(":download")
                ? response(
                    200,
                    """
                    {"key":"a","status":{"code":13,"message":"Internal trouble."}}
                    {"key":"b","error":{"code":3}}
                    {"key":"c","error":{"code":1}}
                    """)
                : response(
                    200,
                    operation(
                        "\"state\":\"BATCH_STATE_SUCCEEDED\"",
                        "\"response\":{\"responsesFile\":\"files/batch-b1\"}")));

    assertThat(outcomes())
        .containsExactly("a: errored (INTERNAL)", "b: errored (INVALID_ARGUMENT)", "c: cancelled");
  }
}
