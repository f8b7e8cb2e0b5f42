package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.ListOptions;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.testing.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether another page is requested if a page does not say whether there is one. */
class ListPagesTest {
  private final ScriptedServer server = new ScriptedServer("{}");

  @AfterEach
  void close() {
    server.close();
  }

  /** Returns the batches after {@code after}, at most {@code limit}. */
  private void serve(int batches, String more) {
    server.script(
        request -> {
          String after = request.getUrl().queryParameter("after");
          String limit = String.valueOf(request.getUrl().queryParameter("limit"));
          int from = after == null ? 0 : Integer.parseInt(after.substring("batch_".length())) + 1;
          return page(from, Math.min(batches, from + Integer.parseInt(limit)), more);
        });
  }

  private static MockResponse page(int from, int to, String more) {
    String data =
        IntStream.range(from, to)
            .mapToObj(i -> "{\"id\":\"batch_" + i + "\",\"status\":\"completed\"}")
            .collect(Collectors.joining(","));
    return ScriptedServer.response(
        200, "{\"object\":\"list\",\"data\":[" + data + "]" + more + "}");
  }

  private List<String> listed(ListOptions options) {
    List<String> ids = new ArrayList<>();
    try (BatchClient client = Moonshot.builder().apiKey("k").baseUrl(server.url() + "v1").build()) {
      client.list(options).forEach(status -> ids.add(status.ref().id()));
    }
    return ids;
  }

  private List<String> afters() {
    return server.requests().stream()
        .map(RecordedRequest::getUrl)
        .map(url -> String.valueOf(url.queryParameter("after")))
        .toList();
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "batch_" + i).toList();
  }

  @Test
  void aFullPageIsFollowedByAnother() {
    serve(230, "");
    assertThat(listed(ListOptions.all())).isEqualTo(ids(230));
    assertThat(afters()).containsExactly("null", "batch_99", "batch_199");
  }

  @Test
  void aFullPageThatWasTheLastIsFollowedByOneThatIsEmpty() {
    serve(100, "");
    assertThat(listed(ListOptions.all())).isEqualTo(ids(100));
    assertThat(afters()).containsExactly("null", "batch_99");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99})
  void aShortPageIsTheLast(int batches) {
    serve(batches, "");
    assertThat(listed(ListOptions.all())).isEqualTo(ids(batches));
    assertThat(afters()).containsExactly("null");
  }

  @Test
  void aFullPageWithoutMoreIsTheLast() {
    serve(230, ",\"has_more\":false");
    assertThat(listed(ListOptions.all())).isEqualTo(ids(100));
    assertThat(afters()).containsExactly("null");
  }

  @Test
  void aShortPageWithMoreIsFollowedByAnother() {
    server.script(
        request ->
            request.getUrl().queryParameter("after") == null
                ? page(0, 2, ",\"has_more\":true")
                : page(2, 3, ""));
    assertThat(listed(ListOptions.all())).isEqualTo(ids(3));
    assertThat(afters()).containsExactly("null", "batch_1");
  }

  @Test
  void nothingIsRequestedBeyondTheLimit() {
    serve(230, "");
    assertThat(listed(ListOptions.all().withLimit(100))).isEqualTo(ids(100));
    assertThat(afters()).containsExactly("null");
  }
}
