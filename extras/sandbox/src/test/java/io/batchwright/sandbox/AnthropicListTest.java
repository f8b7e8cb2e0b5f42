package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnthropicListTest {
  private Sandbox sandbox;
  private Http http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
    http = new Http(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anEmptyListHasNoIds() throws IOException {
    assertThat(http.get(Http.BATCHES).body())
        .isEqualTo("{\"data\":[],\"has_more\":false,\"first_id\":null,\"last_id\":null}");
  }

  @Test
  void batchesAreListedNewestFirstInTheirUsualFormat() throws IOException {
    List<String> ids = create(3);
    JsonObject page = page("");

    assertThat(page.keySet()).containsExactly("data", "has_more", "first_id", "last_id");
    assertThat(ids(page)).containsExactly(ids.get(2), ids.get(1), ids.get(0));
    assertThat(page.get("has_more").getAsBoolean()).isFalse();
    assertThat(page.get("first_id").getAsString()).isEqualTo(ids.get(2));
    assertThat(page.get("last_id").getAsString()).isEqualTo(ids.get(0));
    assertThat(page.getAsJsonArray("data").get(0)).isEqualTo(http.retrieve(ids.get(2)).json());
  }

  @Test
  void aPageHas20BatchesByDefault() throws IOException {
    create(21);

    assertThat(ids(page(""))).hasSize(20);
    assertThat(page("").get("has_more").getAsBoolean()).isTrue();
    assertThat(ids(page("?limit=21"))).hasSize(21);
    assertThat(page("?limit=21").get("has_more").getAsBoolean()).isFalse();
  }

  @Test
  void pagingContinuesAfterTheLastIdAndBeforeTheFirst() throws IOException {
    List<String> ids = create(5);
    JsonObject second = page("?limit=2&after_id=" + ids.get(3));
    JsonObject third = page("?limit=2&after_id=" + ids.get(1));
    JsonObject back = page("?limit=2&before_id=" + ids.get(0));
    JsonObject start = page("?limit=2&before_id=" + ids.get(2));

    assertThat(ids(second)).containsExactly(ids.get(2), ids.get(1));
    assertThat(second.get("has_more").getAsBoolean()).isTrue();
    assertThat(ids(third)).containsExactly(ids.get(0));
    assertThat(third.get("has_more").getAsBoolean()).isFalse();
    assertThat(ids(back)).containsExactly(ids.get(2), ids.get(1));
    assertThat(back.get("has_more").getAsBoolean()).isTrue();
    assertThat(ids(start)).containsExactly(ids.get(4), ids.get(3));
    assertThat(start.get("has_more").getAsBoolean()).isFalse();
  }

  @Test
  void pagingContinuesAfterADeletedBatch() throws IOException {
    List<String> ids = create(3);
    http.delete(Http.BATCHES + "/" + ids.get(1));

    assertThat(ids(page("?after_id=" + ids.get(1)))).containsExactly(ids.get(0));
  }

  @Test
  void anInvalidQueryIsRefused() throws IOException {
    String id = create(1).get(0);
    for (String query :
        List.of(
            "limit=0",
            "limit=1001",
            "limit=x",
            "after_id=msgbatch_01nobody",
            "before_id=msgbatch_01nobody",
            "after_id=" + id + "&before_id=" + id)) {
      Http.Reply reply = http.get(Http.BATCHES + "?" + query);

      assertThat(reply.status()).as(query).isEqualTo(400);
      assertThat(reply.errorType()).isEqualTo("invalid_request_error");
    }
  }

  @Test
  void theBetaTwinOfAPathIsTheSame() throws IOException {
    create(1);

    assertThat(ids(page("?beta=true"))).hasSize(1);
  }

  private List<String> create(int size) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) ids.add(http.create("a"));
    assertThat(sandbox.anthropic().ids()).isEqualTo(ids);
    return ids;
  }

  private JsonObject page(String query) throws IOException {
    return http.get(Http.BATCHES + query).json();
  }

  private static List<String> ids(JsonObject page) {
    List<String> ids = new ArrayList<>();
    for (JsonElement batch : page.getAsJsonArray("data")) {
      ids.add(batch.getAsJsonObject().get("id").getAsString());
    }
    return ids;
  }
}
