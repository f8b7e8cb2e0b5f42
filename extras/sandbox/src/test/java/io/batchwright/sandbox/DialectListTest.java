package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DialectListTest {
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          OPENAI   | {"object":"list","data":[],"first_id":null,"last_id":null,"has_more":false}
          MOONSHOT | {"object":"list","data":[]}
          ZHIPU    | {"object":"list","data":[],"first_id":null,"last_id":null,"has_more":false}
          """)
  void anEmptyPageHasNoIds(Dialect dialect, String body) throws IOException {
    assertThat(client(dialect).http().get("/batches").body()).isEqualTo(body);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void batchesAreListedNewestFirstInTheirUsualFormat(Dialect dialect) throws IOException {
    DialectHttp http = client(dialect);
    List<String> ids = create(dialect, 21);
    Http.Reply first = http.http().get("/batches");
    Http.Reply second = http.http().get("/batches?limit=20&after=" + ids.get(1));
    Http.Reply between = http.http().get("/batches?limit=2&after=" + ids.get(9));

    assertThat(dialect.control(sandbox).ids()).isEqualTo(ids);
    assertThat(DialectHttp.ids(first)).isEqualTo(newest(ids).subList(0, 20));
    assertThat(first.json().get("has_more").getAsBoolean()).isTrue();
    assertThat(first.json().getAsJsonArray("data").get(0))
        .isEqualTo(http.retrieve(ids.get(20)).json());
    assertThat(DialectHttp.ids(second)).containsExactly(ids.get(0));
    assertThat(DialectHttp.ids(between)).containsExactly(ids.get(8), ids.get(7));
    if (dialect == Dialect.MOONSHOT) {
      assertThat(second.json().keySet()).containsExactly("object", "data");
      assertThat(first.json().keySet()).containsExactly("object", "data", "has_more");
    } else {
      assertThat(second.json().get("has_more").getAsBoolean()).isFalse();
      assertThat(first.json().keySet())
          .containsExactly("object", "data", "first_id", "last_id", "has_more");
      assertThat(DialectHttp.member(between, "first_id")).isEqualTo(ids.get(8));
      assertThat(DialectHttp.member(between, "last_id")).isEqualTo(ids.get(7));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anInvalidQueryIsRefused(Dialect dialect) throws IOException {
    Http http = client(dialect).http();
    for (String query : List.of("limit=0", "limit=x", "limit=-1", "after=batch_nobody")) {
      assertThat(http.get("/batches?" + query).status()).as(query).isEqualTo(400);
    }
    assertThat(http.get("/batches?limit=100").status()).isEqualTo(200);
    boolean bounded = dialect != Dialect.MOONSHOT;
    assertThat(http.get("/batches?limit=101").status()).isEqualTo(bounded ? 400 : 200);
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"OPENAI", "ZHIPU"})
  void filesAreListedInPages(Dialect dialect) throws IOException {
    DialectHttp http = client(dialect);
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) files.add(http.file(dialect.lines("number-a")));
    String query = "/files?purpose=batch&limit=2";
    Http.Reply first = http.http().get(query);
    Http.Reply second = http.http().get(query + "&after=" + files.get(1));
    Http.Reply oldest = http.http().get(query + "&order=asc");

    assertThat(dialect.control(sandbox).files()).isEqualTo(files);
    assertThat(DialectHttp.ids(first)).containsExactly(files.get(2), files.get(1));
    assertThat(first.json().get("has_more").getAsBoolean()).isTrue();
    assertThat(DialectHttp.ids(second)).containsExactly(files.get(0));
    assertThat(second.json().get("has_more").getAsBoolean()).isFalse();
    assertThat(DialectHttp.ids(oldest)).containsExactly(files.get(0), files.get(1));
    assertThat(http.http().get(query + "&after=nobody").status()).isEqualTo(400);
  }

  @Test
  void openAiKeepsFilesOfResultsApart() throws IOException {
    DialectHttp http = client(Dialect.OPENAI);
    Http.Reply ended = http.retrieve(http.create("a", "b-errored-1"));
    String output = DialectHttp.member(ended, "output_file_id");
    String errors = DialectHttp.member(ended, "error_file_id");
    Http.Reply results = http.http().get("/files?purpose=batch_output");

    assertThat(DialectHttp.ids(results)).containsExactlyInAnyOrder(output, errors);
    assertThat(DialectHttp.ids(http.http().get("/files?purpose=batch")))
        .containsExactly(DialectHttp.member(ended, "input_file_id"));
    assertThat(DialectHttp.ids(http.http().get("/files"))).hasSize(3);
    assertThat(http.http().get("/files/" + output).json().get("bytes").getAsInt())
        .isEqualTo(http.content(output).body().length());
  }

  @Test
  void moonshotListsAllFilesWhateverTheQuery() throws IOException {
    DialectHttp http = client(Dialect.MOONSHOT);
    for (int i = 0; i < 3; i++) http.file(Dialect.MOONSHOT.lines("a"));
    Http.Reply page = http.http().get("/files?limit=1&purpose=other&order=asc");

    assertThat(DialectHttp.ids(page)).isEqualTo(newest(sandbox.moonshot().files())).hasSize(3);
    assertThat(page.json().keySet()).containsExactly("object", "data");
    String last = DialectHttp.ids(page).get(2);
    assertThat(DialectHttp.ids(http.http().get("/files?after=" + last))).isEmpty();
  }

  @Test
  void zhipuRequiresAPurposeToListFiles() throws IOException {
    Http.Reply reply = client(Dialect.ZHIPU).http().get("/files");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).startsWith("{\"error\":{\"code\":\"1213\",");
  }

  private DialectHttp client(Dialect dialect) {
    return new DialectHttp(dialect, sandbox);
  }

  private List<String> create(Dialect dialect, int size) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) ids.add(client(dialect).create("number-a"));
    return ids;
  }

  private static List<String> newest(List<String> ids) {
    List<String> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    return reversed;
  }
}
