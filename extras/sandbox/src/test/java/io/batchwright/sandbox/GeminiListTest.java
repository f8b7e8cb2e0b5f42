package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonElement;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiListTest {
  private Sandbox sandbox;
  private GeminiHttp http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().time(new VirtualTime()).batchTime(Duration.ZERO).start();
    http = new GeminiHttp(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void nothingToListIsAnEmptyObject() throws IOException {
    assertThat(list("").body()).isEqualTo("{}");
  }

  @Test
  void theNewestIsFirstAndTheLastPageHasNoToken() throws IOException {
    String first = http.create("a");
    String second = http.create("a");
    String third = http.create("a");
    Http.Reply page = list("?pageSize=2");
    String token = page.json().get("nextPageToken").getAsString();
    http.delete(second);
    Http.Reply rest = list("?pageSize=2&pageToken=" + token);

    assertThat(page.json().keySet()).containsExactly("operations", "nextPageToken");
    assertThat(names(page)).containsExactly(third, second);
    assertThat(token).matches("[A-Za-z0-9_-]+").doesNotContain(second);
    assertThat(rest.json().keySet()).containsExactly("operations");
    assertThat(names(rest)).containsExactly(first);
    assertThat(names(list("?pageSize=2000"))).containsExactly(third, first);
    assertThat(names(list("?pageSize=0&pageToken="))).containsExactly(third, first);
  }

  @Test
  void listedBatchesHaveEndedButContainNoResults() throws IOException {
    http.create("a");
    String fromFile = http.createFrom(http.file(GeminiHttp.rows("a")));
    JsonElement file = list("").json().getAsJsonArray("operations").get(0);
    JsonElement inline = list("").json().getAsJsonArray("operations").get(1);

    assertThat(inline.getAsJsonObject().keySet()).containsExactly("name", "metadata", "done");
    assertThat(inline.toString()).contains("BATCH_STATE_SUCCEEDED").doesNotContain("output");
    assertThat(file).isEqualTo(http.retrieve(fromFile).json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pageSize=x", "pageSize=-1", "pageToken=!", "pageToken=YQ"})
  void anInvalidPageIsRefused(String query) throws IOException {
    assertThat(list("?" + query).status()).isEqualTo(400);
  }

  private Http.Reply list(String query) throws IOException {
    return http.http().get("/v1beta/batches" + query);
  }

  private static List<String> names(Http.Reply page) {
    List<String> names = new ArrayList<>();
    for (JsonElement operation : page.json().getAsJsonArray("operations")) {
      names.add(operation.getAsJsonObject().get("name").getAsString());
    }
    return names;
  }
}
