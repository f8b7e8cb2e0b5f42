package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.Deleted;
import io.batchwright.Outcome;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.internal.wait.Events;
import io.batchwright.openai.OpenAi;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.ScriptedServer;
import io.batchwright.testing.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How reading results and deleting a batch treat the files that the batch names. */
class EndedOnTheWireTest {
  private static final String ENDED =
      "{\"id\":\"batch_1\",\"status\":\"completed\",\"output_file_id\":\"out\","
          + "\"error_file_id\":\"err\",\"input_file_id\":\"in\"}";

  @TempDir private Path dir;

  private final ScriptedServer server = new ScriptedServer(ENDED);

  @AfterEach
  void close() {
    server.close();
  }

  private BatchClient openAi() {
    return OpenAi.builder().apiKey("k").baseUrl(server.url() + "v1").build();
  }

  private BatchClient inVirtualTime() {
    ProviderAdapter provider =
        Adapters.of(OpenAi.builder().apiKey("k").baseUrl(server.url() + "v1"));
    return new AdapterClient(
        provider, new Events(BatchListener.NONE, Runnable::run, Runnable::run), new VirtualClock());
  }

  @Test
  void aFileOfResultsThatIsGoneIsAResultAndNotTheEnd() throws IOException {
    String line = "{\"custom_id\":\"req-01\",\"response\":{\"body\":{\"x\":1}}}\n";
    for (String gone : new String[] {"out", "err"}) {
      server.script(
          request -> {
            String path = request.getUrl().encodedPath();
            if (path.endsWith("/content")) {
              boolean missing = path.contains(gone);
              return ScriptedServer.response(missing ? 404 : 200, missing ? "{}" : line);
            }
            return ScriptedServer.response(200, ENDED);
          });
      try (BatchClient client = inVirtualTime()) {
        BatchHandle batch = client.open(client.submit(BatchInput.uploaded("f")).ref());
        try (BatchResults results = batch.results()) {
          assertThat(results)
              .extracting(BatchResult::toString)
              .containsExactlyInAnyOrder(
                  "req-01: succeeded", goneAfter(gone.equals("out") ? 1 : 2));
        }
        Path saved = dir.resolve(gone);
        try (BatchResults results = batch.results()) {
          assertThat(results.saveTo(saved)).isEqualTo(1);
        }
        assertThat(Files.readString(saved)).isEqualTo(line);
      }
    }
  }

  private static String goneAfter(int lines) {
    return "line "
        + lines
        + ": unreadable (the provider no longer has one of the files of these results; its lines are"
        + " missing)";
  }

  @Test
  void aDeleteIsDoneOnlyIfTheProviderConfirmsIt() {
    server.respond(200, ENDED);
    try (BatchClient client = openAi()) {
      BatchHandle batch = client.submit(BatchInput.uploaded("f"));
      Outcome<Deleted, BatchHandle> outcome = batch.delete();
      assertThat(outcome).isInstanceOf(Outcome.HandedBack.class);
      BatchHandle again = ((Outcome.HandedBack<Deleted, BatchHandle>) outcome).handle();
      server.respond(404, "{}");
      outcome = again.delete();
      assertThat(outcome).as("a record that is not there").isInstanceOf(Outcome.HandedBack.class);
      again = ((Outcome.HandedBack<Deleted, BatchHandle>) outcome).handle();
      server.script(
          request ->
              request.getMethod().equals("GET")
                  ? ScriptedServer.response(200, ENDED)
                  : ScriptedServer.response(404, "{}"));
      Deleted deleted = again.delete().orElseThrow();
      assertThat(deleted.removed()).containsExactly("out", "err");
      assertThat(deleted.kept()).containsExactly("in");
      assertThat(deleted.recordRemains()).isTrue();
    }
  }

  @Test
  void anInputIsOursOnlyIfTheMarkNamesIt() {
    String ours =
        ENDED.replace("}", ",\"deleted\":true,\"metadata\":{\"batchwright_input\":\"in\"}}");
    server.respond(200, ours);
    try (BatchClient client = openAi()) {
      assertThat(client.submit(BatchInput.uploaded("f")).delete().orElseThrow().removed())
          .containsExactly("out", "err", "in");
      server.respond(
          200, ours.replace("\"batchwright_input\":\"in\"", "\"batchwright_input\":\"x\""));
      assertThat(client.submit(BatchInput.uploaded("f")).delete().orElseThrow().kept())
          .containsExactly("in");
    }
  }
}
