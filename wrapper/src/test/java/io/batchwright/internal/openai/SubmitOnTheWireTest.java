package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.SubmitException;
import io.batchwright.SubmitOptions;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.testing.ScriptedServer;
import io.batchwright.zhipu.Zhipu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a submit sends: the upload as a form, and the create with the library's markers. */
class SubmitOnTheWireTest {
  private static final BatchInput INPUT =
      BatchInput.of(
          BatchRequest.ofJson("req-01", "{\"model\":\"m\", \"n\":1}"),
          BatchRequest.ofJson("req-\"2\"", "{\"model\":\"m\"}"));

  @TempDir private Path dir;

  private final ScriptedServer server =
      new ScriptedServer("{\"id\":\"batch_1\",\"status\":\"validating\"}");

  @AfterEach
  void close() {
    server.close();
  }

  private BatchClient openAi() {
    return OpenAi.builder().apiKey("k").baseUrl(server.url() + "v1").build();
  }

  private BatchClient moonshot() {
    return Moonshot.builder().apiKey("k").baseUrl(server.url() + "v1").build();
  }

  private BatchClient zhipu() {
    return Zhipu.builder().apiKey("k").baseUrl(server.url() + "v4").build();
  }

  private void submit(BatchClient client, BatchInput input, SubmitOptions options) {
    try (client) {
      assertThat(client.submit(input, options).ref().id()).isEqualTo("batch_1");
    }
  }

  private String sent(int request) {
    return ScriptedServer.body(server.requests().get(request));
  }

  private JsonObject create() {
    return JsonParser.parseString(sent(server.requests().size() - 1)).getAsJsonObject();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  @Test
  void theUploadIsAFormWithANamedFileOfVendorLines() {
    submit(openAi(), INPUT, SubmitOptions.none());

    RecordedRequest upload = server.requests().get(0);
    String type = Objects.requireNonNull(upload.getHeaders().get("Content-Type"));
    String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
    assertThat(type).startsWith("multipart/form-data; boundary=");
    assertThat(upload.getHeaders().get("Authorization")).isEqualTo("Bearer k");
    assertThat(upload.getHeaders().get("Content-Length"))
        .isEqualTo(String.valueOf(upload.getBodySize()));
    String[] parts = sent(0).split("--" + boundary, -1);
    assertThat(parts[1]).contains("name=\"purpose\"").endsWith("\r\n\r\nbatch\r\n");
    assertThat(parts[2])
        .contains("name=\"file\"; filename=\"batchwright-")
        .contains(".jsonl\"")
        .contains("Content-Type: application/jsonl")
        .endsWith(
            "\r\n\r\n"
                + "{\"custom_id\":\"req-01\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"m\","
                + " \"n\":1}}\n"
                + "{\"custom_id\":\"req-\\\"2\\\"\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"m\"}}\n\r\n");
  }

  /** 529 is Anthropic's status; from other providers, its meaning is unknown. */
  @Test
  void a529LeavesOpenWhetherABatchWasMade() {
    server.script(
        request ->
            request.getUrl().encodedPath().endsWith("/files")
                ? ScriptedServer.response(200, "{\"id\":\"file_1\"}")
                : ScriptedServer.response(529, ""));
    for (BatchClient client : List.of(openAi(), moonshot(), zhipu())) {
      SubmitException error =
          catchThrowableOfType(SubmitException.class, () -> client.submit(INPUT));
      assertThat(error.delivery()).isEqualTo(SubmitException.Delivery.MAYBE_CREATED);
      client.close();
    }
  }

  @Test
  void aBodyOfSeveralLinesIsSentAsOne() {
    BatchRequest pretty =
        BatchRequest.ofJson("req-01", "{\n  \"model\": \"m\",\r\n  \"x\": \"a\\nb\"\n}");
    submit(openAi(), BatchInput.of(pretty), SubmitOptions.none());

    assertThat(sent(0)).contains("\"body\":{   \"model\": \"m\",    \"x\": \"a\\nb\" }}\n");
  }

  @Test
  void ownLinesAndVendorLinesAreSentAlike() throws IOException {
    Path own = dir.resolve("own.jsonl");
    Path vendors = dir.resolve("vendors.jsonl");
    Files.writeString(own, "{\"custom_id\":\"req-01\",\"body\":{\"model\":\"m\"}}");
    Files.writeString(
        vendors,
        "{\"url\":\"/v1/chat/completions\",\"custom_id\":\"req-01\",\"method\":\"POST\",\"body\":{\"model\":\"m\"}}");
    submit(openAi(), BatchInput.ofFile(own), SubmitOptions.none());
    submit(openAi(), BatchInput.ofFile(vendors), SubmitOptions.none());

    List<String> ofOwn = sent(0).lines().filter(line -> line.startsWith("{")).toList();
    List<String> ofVendor = sent(2).lines().filter(line -> line.startsWith("{")).toList();
    assertThat(ofOwn)
        .containsExactly(
            "{\"custom_id\":\"req-01\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"m\"}}");
    assertThat(ofVendor).isEqualTo(ofOwn);
  }

  @Test
  void theCreateNamesTheFileAndHasMarkers() {
    submit(openAi(), INPUT, SubmitOptions.none().withMetadata(Map.of("run", "17")));

    RecordedRequest request = server.requests().get(1);
    assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/batches");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
    JsonObject create = create();
    assertThat(create.keySet())
        .containsExactly("input_file_id", "endpoint", "completion_window", "metadata");
    assertThat(text(create, "input_file_id")).isEqualTo("batch_1");
    assertThat(text(create, "endpoint")).isEqualTo("/v1/chat/completions");
    assertThat(text(create, "completion_window")).isEqualTo("24h");
    JsonObject metadata = create.getAsJsonObject("metadata");
    assertThat(metadata.keySet())
        .containsExactlyInAnyOrder("run", "batchwright_attempt", "batchwright_input");
    assertThat(text(metadata, "run")).isEqualTo("17");
    assertThat(text(metadata, "batchwright_input")).isEqualTo("batch_1");
  }

  @Test
  void theEndpointIsThatOfTheOptionsInEveryLineToo() {
    submit(openAi(), INPUT, SubmitOptions.none().withEndpoint("/v1/embeddings"));

    assertThat(text(create(), "endpoint")).isEqualTo("/v1/embeddings");
    assertThat(sent(0)).contains("\"url\":\"/v1/embeddings\"").doesNotContain("chat");
  }

  @Test
  void aFileGoesToTheEndpointThatItsLinesName() throws IOException {
    Path file = dir.resolve("responses.jsonl");
    Files.writeString(
        file,
        "{\"custom_id\":\"req-01\",\"method\":\"POST\",\"url\":\"/v1/responses\",\"body\":{\"model\":\"m\"}}");
    submit(openAi(), BatchInput.ofFile(file), SubmitOptions.none());

    assertThat(text(create(), "endpoint")).isEqualTo("/v1/responses");
    assertThat(sent(0)).contains("\"url\":\"/v1/responses\"").doesNotContain("chat");
  }

  @Test
  void anUploadedFileIsNotSentAgainAndNotMarkedAsOurs() {
    submit(openAi(), BatchInput.uploaded("file-7"), SubmitOptions.none());

    assertThat(server.requests()).hasSize(1);
    assertThat(text(create(), "input_file_id")).isEqualTo("file-7");
    assertThat(create().getAsJsonObject("metadata").keySet())
        .containsExactly("batchwright_attempt");
  }

  @Test
  void moonshotAcceptsItsWindowInHours() {
    submit(moonshot(), INPUT, SubmitOptions.none().withCompletionWindow(Duration.ofDays(3)));

    assertThat(text(create(), "completion_window")).isEqualTo("72h");
    BatchClient client = moonshot();
    for (Duration window : new Duration[] {Duration.ofHours(11), Duration.ofDays(8)}) {
      assertThatThrownBy(
              () -> client.submit(INPUT, SubmitOptions.none().withCompletionWindow(window)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("from 12 h to 168 h");
    }
    Duration uneven = Duration.ofMinutes(13 * 60 + 1);
    assertThatThrownBy(
            () -> client.submit(INPUT, SubmitOptions.none().withCompletionWindow(uneven)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whole number of hours");
    client.close();
  }

  @Test
  void zhipuKeepsTheInputByDefaultAndAcceptsNoWindow() {
    submit(zhipu(), INPUT, SubmitOptions.none());

    JsonObject create = create();
    assertThat(create.keySet())
        .containsExactly("input_file_id", "endpoint", "auto_delete_input_file", "metadata");
    assertThat(create.get("auto_delete_input_file").getAsBoolean()).isFalse();
    assertThat(text(create, "endpoint")).isEqualTo("/v4/chat/completions");
    assertThat(sent(0)).contains("\"url\":\"/v4/chat/completions\"");
    submit(
        Zhipu.builder().apiKey("k").baseUrl(server.url() + "v4").autoDeleteInputFile().build(),
        INPUT,
        SubmitOptions.none());
    assertThat(create().get("auto_delete_input_file").getAsBoolean()).isTrue();
  }

  @Test
  void organizationAndProjectGoWithEveryCall() {
    submit(
        OpenAi.builder()
            .apiKey("k")
            .baseUrl(server.url() + "v1")
            .organization("org-1")
            .project("proj-1")
            .build(),
        INPUT,
        SubmitOptions.none());

    assertThat(server.requests())
        .allSatisfy(
            request -> {
              assertThat(request.getHeaders().get("OpenAI-Organization")).isEqualTo("org-1");
              assertThat(request.getHeaders().get("OpenAI-Project")).isEqualTo("proj-1");
            });
  }

  @Test
  void metadataThatTheProviderWouldRefuseIsRefusedBefore() {
    try (BatchClient client = openAi()) {
      Map<String, String> many =
          IntStream.range(0, 15).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
      for (Map<String, String> metadata :
          List.of(
              many,
              Map.of("k".repeat(65), "v"),
              Map.of("", "v"),
              Map.of("k", "v".repeat(513)),
              Map.of("batchwright_x", "v"))) {
        assertThatThrownBy(() -> client.submit(INPUT, SubmitOptions.none().withMetadata(metadata)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(";");
      }
      assertThatThrownBy(() -> client.submit(INPUT, SubmitOptions.none().withEndpoint("/v4/x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("/v1/chat/completions");
    }
    assertThat(server.requests()).isEmpty();
  }
}
