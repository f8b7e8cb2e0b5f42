package io.batchwright.gemini;

import static io.batchwright.testing.ScriptedServer.body;
import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.InputReport;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitException;
import io.batchwright.SubmitOptions;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a submit sends, inline and by file. */
class CreateOnTheWireTest {
  private static final String UUID = "[0-9a-f-]{36}";
  private static final SubmitOptions MODEL = SubmitOptions.none().withModel("gemini-2.5-flash");

  @TempDir private Path dir;

  private final MockGemini mock = new MockGemini();

  @AfterEach
  void close() {
    mock.close();
  }

  private BatchInput file(String... lines) throws IOException {
    return BatchInput.ofFile(Files.write(dir.resolve("in.jsonl"), List.of(lines)));
  }

  private RecordedRequest submit(Gemini.Builder builder, BatchInput input, SubmitOptions options) {
    try (BatchClient client = mock.client(builder)) {
      assertThat(client.submit(input, options).ref()).isEqualTo(mock.ref("batches/b1"));
    }
    return mock.requests().get(mock.requests().size() - 1);
  }

  private RecordedRequest submit(BatchInput input, SubmitOptions options) {
    return submit(mock.builder(), input, options);
  }

  private static JsonObject batch(RecordedRequest create) {
    return JsonParser.parseString(body(create)).getAsJsonObject().getAsJsonObject("batch");
  }

  @Test
  void requestsGoInsideTheCreate() throws IOException {
    RecordedRequest create =
        submit(
            file(
                "{\"custom_id\":\"a \\\"1\\\"\",\"body\":{\"contents\": [1]}}",
                "{\"key\":\"2\",\"request\":{\"contents\":[]}}"),
            MODEL.withLabel("nightly"));

    assertThat(create.getMethod()).isEqualTo("POST");
    assertThat(create.getUrl().encodedPath())
        .isEqualTo("/v1beta/models/gemini-2.5-flash:batchGenerateContent");
    assertThat(create.getHeaders().get("x-goog-api-key")).isEqualTo(MockGemini.KEY);
    assertThat(create.getHeaders().get("Content-Type")).startsWith("application/json");
    assertThat(body(create).replaceAll(UUID, "UUID"))
        .isEqualTo(
            "{\"batch\":{\"displayName\":\"nightly"
                + " [UUID]\",\"inputConfig\":{\"requests\":{\"requests\":[{\"metadata\":{\"key\":\"a"
                + " \\\"1\\\"\"},\"request\":{\"contents\": [1]}},"
                + "{\"metadata\":{\"key\":\"2\"},\"request\":{\"contents\":[]}}]}}}}");
  }

  @Test
  void aBatchWithoutALabelHasANameAllTheSame() {
    RecordedRequest create = submit(BatchInput.of(BatchRequest.ofJson("a", "{}")), MODEL);

    assertThat(batch(create).get("displayName").getAsString())
        .matches("batchwright \\[" + UUID + "]");
  }

  @Test
  void whatIsLongerThanTheBoundGoesIntoAFile() throws IOException {
    UploadServer uploads = new UploadServer(mock, 8 << 20);
    BatchInput input =
        file("{\"key\":\"1\",\"request\":{\"x\":1}}", "{\"key\":\"2\",\"request\":{\"x\":2}}");

    RecordedRequest create =
        submit(mock.builder().inlineUpTo(120), input, MODEL.withLabel("nightly"));

    assertThat(uploads.file())
        .asString()
        .isEqualTo(
            "{\"key\":\"1\",\"request\":{\"x\":1}}\n{\"key\":\"2\",\"request\":{\"x\":2}}\n");
    RecordedRequest start = mock.requests().get(0);
    assertThat(start.getUrl().encodedPath()).isEqualTo("/upload/v1beta/files");
    assertThat(start.getHeaders().get("X-Goog-Upload-Protocol")).isEqualTo("resumable");
    assertThat(start.getHeaders().get("X-Goog-Upload-Header-Content-Type"))
        .isEqualTo("application/jsonl");
    assertThat(body(start)).isEqualTo("{\"file\":{\"displayName\":\"nightly-input.jsonl\"}}");
    assertThat(body(create).replaceAll(UUID, "UUID"))
        .isEqualTo(
            "{\"batch\":{\"displayName\":\"nightly [UUID with its input]\","
                + "\"inputConfig\":{\"fileName\":\"files/in1\"}}}");
  }

  @Test
  void theBoundIsThatOfTheWholeCreate() {
    BatchInput input =
        BatchInput.of(
            BatchRequest.ofJson("ä \"1\"", "{\"x\":\"" + "ü".repeat(500) + "\",\"model\":\"m\"}"),
            BatchRequest.ofJson("b", "{}"),
            BatchRequest.ofJson("c", "{}"));
    SubmitOptions options = SubmitOptions.none().withModel("m").withLabel("a \"label\" – ä");
    int length = body(submit(input, options)).getBytes(StandardCharsets.UTF_8).length;
    UploadServer uploads = new UploadServer(mock, 8 << 20);

    submit(mock.builder().inlineUpTo(length), input, options);
    assertThat(uploads.steps()).isEmpty();
    submit(mock.builder().inlineUpTo(length - 1), input, options);
    assertThat(uploads.steps()).isNotEmpty();
  }

  @Test
  void twentyMebibytesAreTheUsualBound() {
    UploadServer uploads = new UploadServer(mock, 8 << 20);
    String mebibyte = "{\"x\":\"" + "y".repeat((1 << 20) - 8) + "\"}";
    BatchRequest[] requests = new BatchRequest[20];
    for (int i = 0; i < requests.length; i++) {
      requests[i] = BatchRequest.ofJson("k" + i, mebibyte);
    }

    submit(BatchInput.of(List.of(requests).subList(0, 19).toArray(BatchRequest[]::new)), MODEL);
    assertThat(uploads.steps()).isEmpty();
    submit(BatchInput.of(requests), MODEL);
    assertThat(uploads.steps()).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemini-2.5-flash", "models/gemini-2.5-flash"})
  void theModelOfAllBodiesGoesIntoThePathAndOutOfTheBodies(String model) {
    BatchInput input =
        BatchInput.of(
            BatchRequest.ofJson("a", "{\"model\":\"" + model + "\",\"n\":{\"model\":1}}"),
            BatchRequest.ofJson("b", "{ \"n\":2 , \"model\" : \"gemini-2.5-flash\" }"),
            BatchRequest.ofJson("c", "{\"model\":\"gemini-2.5-flash\"}"));

    RecordedRequest create = submit(input, SubmitOptions.none());
    assertThat(create.getUrl().encodedPath())
        .isEqualTo("/v1beta/models/gemini-2.5-flash:batchGenerateContent");
    assertThat(body(create))
        .contains("\"request\":{\"n\":{\"model\":1}}}", "\"request\":{\"n\":2}", "\"request\":{}");
  }

  @Test
  void theModelOfTheOptionsMustBeThatOfTheBodies() {
    BatchInput input =
        BatchInput.of(
            BatchRequest.ofJson("a", "{\"model\":\"models/gemini-2.5-flash\"}"),
            BatchRequest.ofJson("b", "{}"),
            BatchRequest.ofJson("c", "{\"model\":\"gemini-2.5-pro\"}"));

    assertThat(problems(input, MODEL))
        .containsExactly("The model differs from that of the options; a batch has one model");
    assertThat(problems(input, SubmitOptions.none()))
        .containsExactly(
            "The body has no model; set the same one in every body, or once for all in the option"
                + " model",
            "The model differs from that of line 1; a batch has one model");
    assertThat(problems(BatchInput.of(BatchRequest.ofJson("b", "{}")), MODEL.withModel("models/m")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"m, m", "models/m, m", "m, models/m", "models/m, models/m"})
  void aModelIsTheSameInEitherSpelling(String given, String named) {
    RecordedRequest create =
        submit(
            BatchInput.of(BatchRequest.ofJson("a", "{\"model\":\"" + named + "\"}")),
            SubmitOptions.none().withModel(given));

    assertThat(create.getUrl().encodedPath()).isEqualTo("/v1beta/models/m:batchGenerateContent");
  }

  private List<String> problems(BatchInput input, SubmitOptions options) {
    try (BatchClient client = mock.client()) {
      InputReport report = client.validate(input, options);
      return report.problems().stream().map(InputReport.Problem::message).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tunedModels/x", "models/", "a/b"})
  void aModelThatIsInvalidInAPathIsRefused(String model) {
    try (BatchClient client = mock.client()) {
      assertThatThrownBy(
              () ->
                  client.submit(
                      BatchInput.of(BatchRequest.ofJson("b", "{}")),
                      SubmitOptions.none().withModel(model)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("such as gemini-2.5-flash");
      assertThatThrownBy(
              () ->
                  client.submit(
                      BatchInput.of(BatchRequest.ofJson("b", "{\"model\":\"" + model + "\"}"))))
          .isInstanceOfAny(IllegalArgumentException.class, InvalidInputException.class);
    }
    assertThat(mock.requests()).isEmpty();
  }

  @Test
  void anUploadedFileNeedsAModelAndStaysTheUsersOwn() {
    RecordedRequest create = submit(BatchInput.uploaded("files/mine"), MODEL);

    assertThat(batch(create).getAsJsonObject("inputConfig").get("fileName").getAsString())
        .isEqualTo("files/mine");
    assertThat(batch(create).get("displayName").getAsString()).doesNotContain("input");
    try (BatchClient client = mock.client()) {
      assertThatThrownBy(() -> client.submit(BatchInput.uploaded("files/mine")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("set the option model");
    }
  }

  @Test
  void theOtherVersionIsInEveryPath() {
    UploadServer uploads = new UploadServer(mock, 8 << 20);
    submit(
        mock.builder().apiVersion(Gemini.V1).inlineUpTo(0),
        BatchInput.of(BatchRequest.ofJson("a", "{}")),
        MODEL);

    assertThat(uploads.steps()).hasSize(2);
    assertThat(mock.requests().get(0).getUrl().encodedPath()).isEqualTo("/upload/v1/files");
    assertThat(mock.requests().get(2).getUrl().encodedPath())
        .isEqualTo("/v1/models/gemini-2.5-flash:batchGenerateContent");
  }

  @Test
  void aLabelThatIsTooLongIsRefused() {
    try (BatchClient client = mock.client()) {
      assertThatThrownBy(
              () ->
                  client.submit(
                      BatchInput.of(BatchRequest.ofJson("a", "{}")),
                      MODEL.withLabel("x".repeat(401))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("400 characters");
    }
  }

  @Test
  void aFileThatIsThereAlreadyIsNamedWhenTheCreateFails() {
    UploadServer uploads = new UploadServer(mock, 8 << 20);
    mock.script(
        request ->
            request.getUrl().encodedPath().contains("models")
                ? response(503, "{}")
                : uploads.apply(request));
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      SubmitException error =
          catchThrowableOfType(
              SubmitException.class,
              () -> client.submit(BatchInput.of(BatchRequest.ofJson("a", "{}")), MODEL));

      assertThat(error.uploadedFileId()).isEqualTo("files/in1");
      assertThat(error.delivery()).isEqualTo(SubmitException.Delivery.MAYBE_CREATED);
    }
  }

  @Test
  void aBatchIsFoundByTheMarkInItsName() {
    mock.respond(503, "");
    try (BatchClient client = mock.client()) {
      SubmitException error =
          catchThrowableOfType(
              SubmitException.class,
              () -> client.submit(BatchInput.of(BatchRequest.ofJson("a", "{}")), MODEL));
      String name = batch(mock.requests().get(0)).get("displayName").getAsString();
      String listed =
          "{\"name\":\"batches/%s\",\"metadata\":{\"displayName\":\"%s\",\"batchStats\":{\"requestCount\":\"1\"}}}";
      mock.respond(
          200,
          "{\"operations\":["
              + listed.formatted("other", "batchwright [0]")
              + ","
              + listed.formatted("mine", name)
              + "]}");

      SubmitCandidates found = client.findSubmitted(error.attempt());
      assertThat(found.certain()).isTrue();
      assertThat(found.batches())
          .extracting(batch -> batch.ref().id())
          .containsExactly("batches/mine");

      mock.respond(
          200,
          "{\"operations\":[{\"name\":\"batches/bare\",\"metadata\":{\"batchStats\":{\"requestCount\":\"1\"}}}]}");
      assertThat(client.findSubmitted(error.attempt()).certain()).isFalse();
      assertThat(client.findSubmitted(error.attempt()).batches()).hasSize(1);
    }
  }
}
