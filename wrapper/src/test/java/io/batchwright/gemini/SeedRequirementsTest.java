package io.batchwright.gemini;

import static io.batchwright.gemini.MockGemini.answer;
import static io.batchwright.gemini.MockGemini.item;
import static io.batchwright.gemini.MockGemini.operation;
import static io.batchwright.gemini.MockGemini.succeeded;
import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.AuthenticationException;
import io.batchwright.AwaitOptions;
import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRef;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.HandleSpentException;
import io.batchwright.ListOptions;
import io.batchwright.NoResultsException;
import io.batchwright.Outcome;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RequestCounts;
import io.batchwright.SubmitOptions;
import io.batchwright.testing.ScriptedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the handle of the Gemini library that this one grew out of can do, a test for each. */
class SeedRequirementsTest {
  private static final String IN_FILE =
      operation(
          "\"state\":\"BATCH_STATE_SUCCEEDED\",\"output\":{\"responsesFile\":\"files/batch-b1\"}",
          "\"done\":true",
          "\"response\":{\"responsesFile\":\"files/batch-b1\"}");

  private final MockGemini mock = new MockGemini();

  @AfterEach
  void close() {
    mock.close();
  }

  private static List<BatchResult> results(BatchHandle batch) {
    try (BatchResults results = batch.results()) {
      return StreamSupport.stream(results.spliterator(), false).toList();
    }
  }

  private static List<String> texts(BatchHandle batch) {
    return results(batch).stream()
        .map(
            result ->
                result instanceof BatchResult.Succeeded ok
                    ? ok.customId() + "=" + ok.body().text()
                    : result.toString())
        .toList();
  }

  /** Answers to a read of the batch with one thing and to a download with another. */
  private void file(MockResponse download) {
    mock.script(
        request ->
            request.getUrl().encodedPath().endsWith(":download")
                ? download
                : response(200, IN_FILE));
  }

  @Test
  void h1AHandleIsMadeOfAStoredNameWithoutACall() {
    String stored = mock.open().ref().toString();

    try (BatchClient client = mock.client()) {
      BatchHandle batch = client.open(BatchRef.parse(stored));
      assertThat(mock.requests()).isEmpty();
      assertThat(batch.status().state()).isEqualTo(BatchState.QUEUED);
    }
  }

  @Test
  void h2TheNameIsTheProvidersId() {
    assertThat(mock.open().ref().id()).isEqualTo("batches/b1");
    try (BatchClient client = mock.client()) {
      assertThat(client.open(mock.ref("b1")).ref()).isEqualTo(mock.ref("batches/b1"));
    }
  }

  @Test
  void h3AStatusIsOneGetAndLeavesTheHandleAsItIs() {
    BatchHandle batch = mock.open();

    for (int calls = 1; calls <= 3; calls++) {
      assertThat(batch.status().state()).isEqualTo(BatchState.QUEUED);
      assertThat(mock.requests()).hasSize(calls);
      assertThat(mock.requests().get(calls - 1).getMethod()).isEqualTo("GET");
      assertThat(mock.requests().get(calls - 1).getUrl().encodedPath())
          .isEqualTo("/v1beta/batches/b1");
    }
  }

  @Test
  void h4ARunningBatchTellsHowFarItIs() {
    mock.answer(
        200,
        operation(
            "\"state\":\"BATCH_STATE_RUNNING\",\"batchStats\":{\"requestCount\":\"9\","
                + "\"successfulRequestCount\":\"4\",\"failedRequestCount\":\"1\","
                + "\"pendingRequestCount\":\"4\"}"));

    BatchStatus status = mock.open().status();
    assertThat(status.state()).isEqualTo(BatchState.RUNNING);
    assertThat(status.counts()).isEqualTo(new RequestCounts(9, 4, 4, 1, 0, 0));
  }

  @Test
  void h5AnEndWithoutResultsSaysSoAndOneWithAnErrorSaysWhy() {
    mock.answer(200, operation("\"state\":\"BATCH_STATE_SUCCEEDED\"", "\"done\":true"));
    assertThatThrownBy(() -> mock.open().results()).isInstanceOf(NoResultsException.class);

    mock.answer(
        200,
        operation(
            "\"state\":\"BATCH_STATE_FAILED\"",
            "\"done\":true",
            "\"error\":{\"code\":8,\"message\":\"Quota used up.\"}"));
    assertThatThrownBy(() -> mock.open().results())
        .isInstanceOf(NoResultsException.class)
        .hasMessageContaining("Quota used up");

    mock.answer(200, succeeded(item("a", "x")));
    assertThat(texts(mock.open())).containsExactly("a=x");
  }

  @Test
  void h6AFailedBatchIsAStateAndNoException() throws InterruptedException {
    mock.answer(
        200,
        operation("\"state\":\"BATCH_STATE_FAILED\"", "\"done\":true", "\"error\":{\"code\":8}"));

    BatchStatus status = mock.open().await(Duration.ofHours(1));
    assertThat(status.state()).isEqualTo(BatchState.FAILED);
    assertThat(status.errors())
        .extracting(error -> error.type())
        .containsExactly("RESOURCE_EXHAUSTED");
  }

  @Test
  void h7OneRequestsErrorIsItsOwn() {
    mock.answer(
        200,
        succeeded(
            item("a", "x"),
            "{\"metadata\":{\"key\":\"b\"},\"error\":{\"code\":3,\"message\":\"No.\",\"details\":[{\"@type\":\"t\"}]}}",
            item("c", "z")));

    List<BatchResult> results = results(mock.open());
    assertThat(results.get(1))
        .isInstanceOfSatisfying(
            BatchResult.Errored.class,
            failed -> {
              assertThat(failed.customId()).isEqualTo("b");
              assertThat(failed.error().code()).isEqualTo("3");
              assertThat(failed.error().message()).isEqualTo("No.");
              assertThat(failed.body().json().getAsJsonArray("details")).hasSize(1);
            });
    assertThat(results).hasSize(3);
  }

  @Test
  void h8ResultsComeInTheOrderOfTheirNumbersIfAskedFor() {
    String[] items = {item("10", "a"), item("9", "b"), item("0", "c"), item("9", "d")};
    mock.answer(200, succeeded(items));
    List<String> texts = new ArrayList<>();
    try (BatchResults results = mock.open().results()) {
      for (BatchResult result : results.byNumericKey()) {
        texts.add(((BatchResult.Succeeded) result).body().text());
      }
    }
    assertThat(texts).containsExactly("c", "b", "d", "a");
    assertThat(texts(mock.open())).containsExactly("10=a", "9=b", "0=c", "9=d");
  }

  @Test
  void h9InlineAndFileLookTheSame() {
    mock.answer(200, succeeded(item("10", "x"), item("9", "y")));
    List<String> inline = texts(mock.open());

    file(
        response(
            200,
            "{\"key\":\"10\",\"response\":"
                + answer("x")
                + "}\n\n{\"response\":"
                + answer("y")
                + ",\"key\":\"9\"}"));
    assertThat(texts(mock.open())).isEqualTo(inline).containsExactly("10=x", "9=y");
    assertThat(mock.requests().get(mock.requests().size() - 1).getUrl().encodedPath())
        .isEqualTo("/v1beta/files/batch-b1:download");
  }

  @Test
  void h10CancelAndDeleteConsumeTheHandleAndHandBackAnotherIfTheyFail() {
    BatchHandle batch = mock.open();
    mock.answer(503, "");
    Outcome<CancellingBatch, BatchHandle> refused = batch.cancel();
    assertThatThrownBy(batch::status)
        .isInstanceOf(HandleSpentException.class)
        .isInstanceOf(IllegalStateException.class);

    mock.answer(200, "{}");
    if (!(refused instanceof Outcome.HandedBack<CancellingBatch, BatchHandle> back)) {
      throw new AssertionError("It was not handed back");
    }
    assertThat(back.error()).isInstanceOf(ProviderUnavailableException.class);
    CancellingBatch cancelling = back.handle().cancel().orElseThrow();

    mock.answer(200, operation("\"state\":\"BATCH_STATE_CANCELLED\"", "\"done\":true"));
    assertThat(cancelling.delete().orElseThrow().removed()).containsExactly("batches/b1");
    assertThatThrownBy(cancelling::status).isInstanceOf(HandleSpentException.class);
  }

  @Test
  void h11WaitingEndsWithTheBatchOrTheDeadline() throws InterruptedException {
    CompletableFuture<BatchStatus> waiting;
    try (BatchClient client = mock.client()) {
      BatchHandle batch = client.open(mock.ref("batches/b1"));
      waiting = batch.awaitAsync(AwaitOptions.within(Duration.ofHours(2)));
      mock.timer().advance(Duration.ofHours(1));
      assertThat(waiting).isNotDone();
      mock.answer(200, operation("\"state\":\"BATCH_STATE_EXPIRED\"", "\"done\":true"));
      mock.timer().advance(Duration.ofMinutes(2));
      assertThat(waiting.join().state()).isEqualTo(BatchState.EXPIRED);

      mock.answer(200, MockGemini.PENDING);
      CompletableFuture<BatchStatus> late =
          batch.awaitAsync(AwaitOptions.within(Duration.ofMinutes(1)));
      mock.timer().advance(Duration.ofMinutes(2));
      assertThat(late.handle((status, error) -> error).join())
          .isInstanceOfSatisfying(
              AwaitTimeoutException.class, error -> assertThat(error.ref()).isEqualTo(batch.ref()));
    }
  }

  @Test
  void h12AListFollowsItsTokensWhileItIsRead() {
    mock.script(
        request -> {
          String token = request.getUrl().queryParameter("pageToken");
          if ("t3".equals(token)) {
            return response(403, "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}}");
          }
          String next = token == null ? "t2" : "t3";
          return response(
              200,
              "{\"operations\":[{\"name\":\"batches/"
                  + next
                  + "\"}],\"nextPageToken\":\""
                  + next
                  + "\"}");
        });

    try (BatchClient client = mock.client()) {
      Iterator<BatchStatus> list = client.list(ListOptions.ALL).iterator();
      assertThat(mock.requests()).isEmpty();
      assertThat(list.next().ref().id()).isEqualTo("batches/t2");
      assertThat(mock.requests()).hasSize(1);
      assertThat(list.next().ref().id()).isEqualTo("batches/t3");
      assertThatThrownBy(list::hasNext).isInstanceOf(AuthenticationException.class);
    }
  }

  @Test
  void h13ABatchHasANameAndManyRequestsInlineOrAsAFile() {
    UploadServer uploads = new UploadServer(mock, 8 << 20);
    List<BatchRequest> requests = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      requests.add(BatchRequest.ofJson(String.valueOf(i), "{}"));
    }
    BatchInput input = BatchInput.of(requests.toArray(BatchRequest[]::new));
    SubmitOptions options = SubmitOptions.NONE.model("m").label("demo");

    try (BatchClient client = mock.client()) {
      assertThat(client.submit(input, options).ref().id()).isEqualTo("batches/b1");
    }
    assertThat(uploads.steps()).isEmpty();
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      assertThat(client.submit(input, options).ref().id()).isEqualTo("batches/b1");
    }
    assertThat(uploads.file())
        .asString()
        .isEqualTo(
            """
            {"key":"0","request":{}}
            {"key":"1","request":{}}
            {"key":"2","request":{}}
            """);
    assertThat(ScriptedServer.body(mock.requests().get(1)))
        .isEqualTo("{\"file\":{\"displayName\":\"demo-input.jsonl\"}}");
    assertThat(ScriptedServer.body(mock.requests().get(0))).contains("\"displayName\":\"demo [");
  }

  @Test
  void h14EachTroubleHasATypeOfItsOwn() {
    mock.answer(200, operation("\"state\":\"BATCH_STATE_EXPIRED\"", "\"done\":true"));
    assertThat(mock.open().status().state()).isEqualTo(BatchState.EXPIRED);
    assertThatThrownBy(() -> mock.open().results()).isInstanceOf(NoResultsException.class);

    file(response(403, "{\"error\":{\"code\":403,\"message\":\"No such file.\"}}"));
    NoResultsException gone =
        catchThrowableOfType(NoResultsException.class, () -> mock.open().results());
    assertThat(gone).hasMessageContaining("No such file");

    file(
        response(
            200,
            """
            {"key":"a"
            {"key":"b","response":{}}
            """));
    assertThat(results(mock.open()))
        .satisfiesExactly(
            bad ->
                assertThat(bad)
                    .isInstanceOfSatisfying(
                        BatchResult.Unreadable.class, at -> assertThat(at.line()).isEqualTo(1)),
            good -> assertThat(good).isInstanceOf(BatchResult.Succeeded.class));
  }
}
