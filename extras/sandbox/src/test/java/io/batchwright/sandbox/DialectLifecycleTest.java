package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lifecycle of batches and files at all providers of the dialect. */
class DialectLifecycleTest {
  private static final Duration BATCH = Duration.ofMinutes(10);

  private final VirtualTime time = new VirtualTime();

  private Sandbox sandbox() {
    return Sandbox.builder().time(time).batchTime(BATCH).start();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aCancelledBatchKeepsItsResults(Dialect dialect) throws IOException {
    try (Sandbox sandbox = sandbox()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String id = http.create("number-a", "number-b", "number-c", "number-d");
      time.pass(BATCH.dividedBy(2));
      Http.Reply cancel = http.cancel(id);
      time.pass(Duration.ofMillis(999));
      Http.Reply settling = http.retrieve(id);
      time.pass(Duration.ofMillis(1));
      Http.Reply ended = http.retrieve(id);

      assertThat(cancel.status()).isEqualTo(200);
      assertThat(DialectHttp.status(cancel)).isEqualTo("cancelling");
      assertThat(DialectHttp.status(settling)).isEqualTo("cancelling");
      assertThat(DialectHttp.counts(settling)).isEqualTo("2 0 4");
      assertThat(DialectHttp.status(ended)).isEqualTo("cancelled");
      assertThat(DialectHttp.counts(ended)).isEqualTo("2 0 4");
      assertThat(DialectHttp.customIds(http.output(id)))
          .containsExactlyInAnyOrder("number-a", "number-b");
      assertThat(DialectHttp.customIds(http.errors(id)))
          .containsExactlyInAnyOrder("number-c", "number-d");
      assertThat(http.errors(id).body())
          .contains("\"response\":null", "\"error\":{\"code\":\"batch_cancelled\",\"message\":\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aBatchCancelledAtOnceRanNothing(Dialect dialect) throws IOException {
    try (Sandbox sandbox = sandbox()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String id = http.create("number-a", "number-b");
      Http.Reply cancel = http.cancel(id);
      time.pass(Duration.ofSeconds(1));
      Http.Reply ended = http.retrieve(id);

      assertThat(cancel.json().get("in_progress_at").isJsonNull()).isTrue();
      assertThat(DialectHttp.status(ended)).isEqualTo("cancelled");
      assertThat(DialectHttp.counts(ended)).isEqualTo("0 0 2");
      assertThat(http.errors(id).lines()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anEndedBatchCannotBeCancelled(Dialect dialect) throws IOException {
    try (Sandbox sandbox = sandbox()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String id = http.create("number-a");
      time.pass(BATCH);
      Http.Reply reply = http.cancel(id);

      assertThat(reply.status()).isEqualTo(dialect == Dialect.OPENAI ? 409 : 400);
      assertThat(DialectHttp.status(http.retrieve(id))).isEqualTo("completed");
      assertThat(http.retrieve(id).json().get("cancelling_at").isJsonNull()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aBatchOfNothingButErrorsIsCompletedWithoutAnOutputFile(Dialect dialect) throws IOException {
    try (Sandbox sandbox = sandbox()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String id = http.create("number-errored-1", "number-errored-2");
      time.pass(BATCH);
      Http.Reply ended = http.retrieve(id);

      assertThat(DialectHttp.status(ended)).isEqualTo("completed");
      assertThat(DialectHttp.counts(ended)).isEqualTo("0 2 2");
      assertThat(ended.body())
          .contains("\"output_file_id\":" + (dialect == Dialect.ZHIPU ? "\"\"" : "null"));
      assertThat(http.errors(id).lines()).hasSize(2);
      assertThat(dialect.control(sandbox).files())
          .hasSize(dialect == Dialect.ZHIPU ? 1 : 2)
          .contains(DialectHttp.member(ended, "error_file_id"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aSlowBatchExpiresAndKeepsItsResults(Dialect dialect) throws IOException {
    Duration slow = Duration.ofDays(dialect == Dialect.ZHIPU ? 14 : 2);
    try (Sandbox sandbox = Sandbox.builder().time(time).batchTime(slow).start()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String id = http.create("number-a", "number-b");
      time.pass(slow.dividedBy(2));
      Http.Reply reply = http.retrieve(id);

      assertThat(DialectHttp.status(reply)).isEqualTo("expired");
      assertThat(DialectHttp.counts(reply)).isEqualTo("1 0 2");
      assertThat(reply.json().get("finalizing_at").isJsonNull()).isFalse();
      assertThat(reply.json().get("completed_at").isJsonNull()).isTrue();
      assertThat(DialectHttp.customIds(http.output(id))).containsExactly("number-a");
      assertThat(http.errors(id).body())
          .contains("\"custom_id\":\"number-b\"", "\"error\":{\"code\":\"batch_expired\",");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void onlyTheCreateOfAnInstantBatchReportsValidating(Dialect dialect) throws IOException {
    try (Sandbox sandbox = Sandbox.builder().time(time).batchTime(Duration.ZERO).start()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      Http.Reply created = http.createFrom(http.file(dialect.lines("number-a")));

      assertThat(DialectHttp.status(created)).isEqualTo("validating");
      assertThat(created.json().get("in_progress_at").isJsonNull()).isTrue();
      assertThat(DialectHttp.status(http.retrieve(DialectHttp.id(created)))).isEqualTo("completed");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void deletedFilesAreGone(Dialect dialect) throws IOException {
    try (Sandbox sandbox = Sandbox.builder().time(time).batchTime(Duration.ZERO).start()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String input = http.file(dialect.lines("number-a"));
      String id = http.create("number-a", "number-errored-1");
      Http.Reply ended = http.retrieve(id);
      String output = DialectHttp.member(ended, "output_file_id");
      String errors = DialectHttp.member(ended, "error_file_id");

      for (String file : List.of(input, output, errors)) {
        assertThat(http.content(file).status()).isEqualTo(200);
        assertThat(http.http().delete("/files/" + file).body())
            .isEqualTo("{\"id\":\"%s\",\"object\":\"file\",\"deleted\":true}".formatted(file));
        assertThat(http.http().delete("/files/" + file).status()).isEqualTo(404);
        assertThat(http.content(file).status()).isEqualTo(404);
        assertThat(dialect.control(sandbox).files()).doesNotContain(file);
      }
      assertThat(http.retrieve(id).body()).isEqualTo(ended.body());
      assertThat(dialect.control(sandbox).count(Operation.DELETE)).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anInputCanBeReadBack(Dialect dialect) throws IOException {
    try (Sandbox sandbox = sandbox()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String lines = dialect.lines("number-ä", "number-\u2028");

      assertThat(http.content(http.file(lines)).body()).isEqualTo(lines);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void metadataIsReturned(Dialect dialect) throws IOException {
    try (Sandbox sandbox = sandbox()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      JsonObject create = dialect.create(http.file(dialect.lines("number-a")));
      create.add("metadata", JsonParser.parseString("{\"run\":\"n\\\"17\",\"empty\":\"\"}"));
      Http.Reply created = http.http().post("/batches", create.toString());

      assertThat(created.body()).endsWith(",\"metadata\":{\"run\":\"n\\\"17\",\"empty\":\"\"}}");
      assertThat(http.retrieve(DialectHttp.id(created)).body()).endsWith(",\"empty\":\"\"}}");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aCustomIdMayBeAnyText(Dialect dialect) throws IOException {
    try (Sandbox sandbox = Sandbox.builder().time(time).batchTime(Duration.ZERO).start()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String customId = "\"\\\n\u0000\u2028 é😀";
      String id = DialectHttp.id(http.createFrom(http.file(dialect.line(customId, "?") + "\n")));

      assertThat(DialectHttp.customIds(http.output(id))).containsExactly(customId);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPollHintIsSentWhileTheBatchRuns(Dialect dialect) throws IOException {
    try (Sandbox sandbox =
        Sandbox.builder().time(time).batchTime(BATCH).pollHint(Duration.ofSeconds(7)).start()) {
      DialectHttp http = new DialectHttp(dialect, sandbox);
      String id = http.create("number-a");

      assertThat(http.retrieve(id).header("retry-after")).isEqualTo("7");
      time.pass(BATCH);
      assertThat(http.retrieve(id).headers().get("retry-after")).isNull();
    }
  }

  @Test
  void equalRequestsHaveTheSameTextEverywhere() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.builder().batchTime(Duration.ZERO).start()) {
      for (Dialect dialect : Dialect.values()) {
        DialectHttp http = new DialectHttp(dialect, sandbox);
        JsonObject line =
            JsonParser.parseString(http.output(http.create("number-a")).body()).getAsJsonObject();
        JsonObject body = line.getAsJsonObject("response").getAsJsonObject("body");
        JsonObject choice = body.getAsJsonArray("choices").get(0).getAsJsonObject();
        texts.add(choice.getAsJsonObject("message").get("content").getAsString());
      }
      Http anthropic = new Http(sandbox);

      assertThat(texts).hasSize(3).containsOnly("Sandbox answer to number-a: Hello number-a");
      assertThat(anthropic.results(anthropic.create("number-a")).body()).contains(texts.get(0));
    }
  }
}
