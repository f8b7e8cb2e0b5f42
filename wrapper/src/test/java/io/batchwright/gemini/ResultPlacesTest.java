package io.batchwright.gemini;

import static io.batchwright.gemini.MockGemini.item;
import static io.batchwright.gemini.MockGemini.operation;
import static io.batchwright.gemini.MockGemini.succeeded;
import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.AuthenticationException;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.NoResultsException;
import io.batchwright.Outcome;
import io.batchwright.TransportException;
import io.batchwright.testing.Adapters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where results, inputs and pages are, and what happens if they are missing. */
class ResultPlacesTest {
  private static final String OWN_INPUT =
      "\"displayName\":\"x [00000000-0000-0000-0000-000000000000 with its input]\","
          + "\"inputConfig\":{\"fileName\":\"files/in1\"}";

  private final MockGemini mock = new MockGemini();

  @AfterEach
  void close() {
    mock.close();
  }

  private static List<String> ids(BatchHandle batch) {
    List<String> ids = new ArrayList<>();
    try (BatchResults results = batch.results()) {
      results.forEach(result -> ids.add(String.valueOf(result.customId())));
    }
    return ids;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"response\":{\"responsesFile\":\"files/r1\"}",
        "\"response\":{\"output\":{\"responsesFile\":\"files/r1\"}}",
        "\"metadata\":{\"output\":{\"responsesFile\":\"files/r1\"}}",
        "\"metadata\":{\"responsesFile\":\"files/r1\"}"
      })
  void theFileIsFoundWhereverItIsNamed(String member) {
    mock.script(
        request ->
            request.getUrl().encodedPath().equals("/v1beta/files/r1:download")
                ? response(200, "{\"key\":\"a\",\"response\":{}}")
                : response(200, "{\"name\":\"batches/b1\",\"done\":true," + member + "}"));

    assertThat(ids(mock.open())).containsExactly("a");
  }

  @Test
  void aResponseWithFewerResultsThanBeforeIsReadAgain() {
    AtomicInteger reads = new AtomicInteger();
    String both = succeeded(item("a", "x"), item("b", "y"));
    String one = succeeded(item("a", "x"));
    mock.script(request -> response(200, reads.incrementAndGet() == 2 ? one : both));
    assertThat(ids(mock.open())).containsExactly("a", "b");
    assertThat(reads).hasValue(3);

    reads.set(0);
    mock.script(request -> response(200, reads.incrementAndGet() == 1 ? both : one));
    assertThatThrownBy(() -> ids(mock.open())).isInstanceOf(TransportException.class);
  }

  @Test
  void aRefusalWithAReasonIsNoFileThatIsGone() {
    String details = "[{\"reason\":\"SERVICE_DISABLED\"}]";
    String ended =
        operation(
            "\"state\":\"BATCH_STATE_SUCCEEDED\"," + OWN_INPUT,
            "\"done\":true",
            "\"response\":{\"responsesFile\":\"files/r1\"}");
    mock.script(
        request ->
            request.getUrl().encodedPath().contains("files")
                ? response(403, "{\"error\":{\"code\":403,\"details\":" + details + "}}")
                : response(200, ended));

    assertThatThrownBy(() -> ids(mock.open())).isInstanceOf(AuthenticationException.class);
    assertThat(mock.open().delete())
        .isInstanceOfSatisfying(
            Outcome.HandedBack.class,
            kept -> assertThat(kept.error()).isInstanceOf(AuthenticationException.class));
    assertThat(mock.requests().get(mock.requests().size() - 1).getUrl().encodedPath())
        .isEqualTo("/v1beta/files/in1");
  }

  @Test
  void anInputThatIsGoneCountsAsRemoved() {
    String ended = operation("\"state\":\"BATCH_STATE_FAILED\"," + OWN_INPUT, "\"done\":true");
    mock.script(
        request ->
            request.getUrl().encodedPath().contains("files")
                ? response(403, "{\"error\":{\"code\":403}}")
                : response(200, ended));

    Deleted deleted = mock.open().delete().orElseThrow();
    assertThat(deleted.removed()).containsExactly("files/in1", "batches/b1");
  }

  @Test
  void aListBeginsAfterABatchOnAnyPage() {
    mock.script(
        request -> {
          boolean first = request.getUrl().queryParameter("pageToken") == null;
          String names = first ? "a, b" : "c, d";
          String batches = names.replaceAll("(\\w)", "{\"name\":\"batches/$1\"}");
          String next = first ? ",\"nextPageToken\":\"t\"" : "";
          return response(200, "{\"operations\":[" + batches + "]" + next + "}");
        });
    try (BatchClient client = mock.client()) {
      assertThat(after(client, "a")).containsExactly("batches/b", "batches/c", "batches/d");
      assertThat(after(client, "batches/c")).containsExactly("batches/d");
      assertThat(after(client, "d")).isEmpty();
      assertThatThrownBy(() -> after(client, "gone"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("gone");
    }
  }

  private static List<String> after(BatchClient client, String id) {
    List<String> ids = new ArrayList<>();
    client.list(ListOptions.all().withAfter(id)).forEach(status -> ids.add(status.ref().id()));
    return ids;
  }

  @Test
  void aListFollowsItsTokensWhileItIsRead() {
    mock.script(
        request -> {
          String token = request.getUrl().queryParameter("pageToken");
          if ("t3".equals(token)) {
            return response(403, "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}}");
          }
          String next = token == null ? "t2" : "t3";
          String batch = "{\"name\":\"batches/" + next + "\"}";
          return response(
              200, "{\"operations\":[" + batch + "],\"nextPageToken\":\"" + next + "\"}");
        });

    try (BatchClient client = mock.client()) {
      Iterator<BatchStatus> list = client.list(ListOptions.all()).iterator();
      assertThat(mock.requests()).isEmpty();
      assertThat(list.next().ref().id()).isEqualTo("batches/t2");
      assertThat(mock.requests()).hasSize(1);
      assertThat(list.next().ref().id()).isEqualTo("batches/t3");
      assertThatThrownBy(list::hasNext).isInstanceOf(AuthenticationException.class);
    }
  }

  @Test
  void aPageWithoutATokenOrWithAnEmptyOneIsTheLast() {
    try (BatchClient client = mock.client()) {
      mock.respond(200, "{}");
      assertThat(client.list(ListOptions.all())).isEmpty();
      mock.respond(200, "{\"operations\":[{\"name\":\"batches/b1\"}],\"nextPageToken\":\"\"}");
      assertThat(client.list(ListOptions.all())).hasSize(1);
      assertThat(mock.requests()).hasSize(2);
    }
  }

  @Test
  void aFailedBatchHasNoResultsAndReportsWhy() {
    mock.respond(
        200,
        operation(
            "\"state\":\"BATCH_STATE_FAILED\"",
            "\"done\":true",
            "\"error\":{\"code\":8,\"message\":\"Quota used up.\"}"));

    assertThatThrownBy(() -> ids(mock.open()))
        .isInstanceOf(NoResultsException.class)
        .hasMessageContaining("Quota used up");
  }

  @Test
  void aBatchWhoseFileIsGoneHasNoResults() {
    String ended =
        operation(
            "\"state\":\"BATCH_STATE_SUCCEEDED\"",
            "\"done\":true",
            "\"response\":{\"responsesFile\":\"files/r1\"}");
    mock.script(
        request ->
            request.getUrl().encodedPath().endsWith(":download")
                ? response(403, "{\"error\":{\"code\":403,\"message\":\"No such file.\"}}")
                : response(200, ended));

    assertThatThrownBy(() -> ids(mock.open()))
        .isInstanceOf(NoResultsException.class)
        .hasMessageContaining("No such file");
  }

  @Test
  void aBatchIsOpenedWithoutACallByItsNameOrWhatFollowsThePrefix() {
    try (BatchClient client = mock.client()) {
      assertThat(client.open(mock.ref("b1")).ref()).isEqualTo(mock.ref("batches/b1"));
      assertThat(client.open(mock.ref("batches/b1")).ref()).isEqualTo(mock.ref("batches/b1"));
      assertThat(mock.requests()).isEmpty();
    }
  }

  @Test
  void anEmptyIdAndAVersionThatIsAPathAreRefused() {
    assertThatThrownBy(() -> Adapters.of(mock.builder()).ref("batches/"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mock.builder().apiVersion(".."))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
