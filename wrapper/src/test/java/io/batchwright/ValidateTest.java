package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.InputReport.Problem;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.zhipu.Zhipu;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of an input before it is sent, by provider. */
class ValidateTest {
  private static final String ANTHROPIC = "\"model\":\"m\",\"max_tokens\":1,\"messages\":[]";

  @TempDir private Path folder;

  private static ClientBuilder<?> builder(String provider) {
    return switch (provider) {
      case "anthropic" -> Anthropic.builder();
      case "gemini" -> Gemini.builder();
      case "openai" -> OpenAi.builder();
      case "moonshot" -> Moonshot.builder();
      default -> Zhipu.builder();
    };
  }

  private static InputReport validate(ClientBuilder<?> builder, BatchInput input) {
    try (BatchClient client = builder.apiKey("key").build()) {
      return client.validate(input);
    }
  }

  private static InputReport body(ClientBuilder<?> builder, String members) {
    return validate(builder, BatchInput.of(BatchRequest.ofJson("request-1", "{" + members + "}")));
  }

  private InputReport file(String provider, String... lines) throws IOException {
    Path file = Files.write(folder.resolve("requests.jsonl"), List.of(lines));
    return validate(builder(provider), BatchInput.ofFile(file));
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "anthropic | \"model\":\"m\",\"messages\":[] | The body has no \"max_tokens\"",
        "anthropic | \"model\":\"m\",\"max_tokens\":1 | The body has no \"messages\"",
        "anthropic | \"max_tokens\":0,\"messages\":[] | at least 1 in a batch",
        "anthropic | \"max_tokens\":1,\"messages\":[],\"speed\":\"fast\" | no \"speed\"",
        "anthropic | \"max_tokens\":1,\"messages\":[],\"extra_body\":{} | \"extra_body\" is an"
            + " argument of the vendor's SDK",
        "anthropic | \"max_tokens\":1,\"messages\":[],\"response_format\":{} | The body is in the"
            + " form of OpenAI (\"response_format\")",
        "anthropic | \"max_tokens\":1,\"messages\":[],\"contents\":[] | form of Gemini"
            + " (\"contents\")",
        "gemini | \"model\":\"m\",\"config\":{} | \"config\" is an argument of the vendor's SDK",
        "gemini | \"model\":\"m\",\"system_instruction\":[{}] | \"system_instruction\" must be one"
            + " object",
        "gemini | \"model\":\"m\",\"systemInstruction\":[] | \"systemInstruction\" must be one"
            + " object",
        "gemini | \"model\":\"m\",\"messages\":[] | form of OpenAI or Anthropic (\"messages\")",
        "gemini | \"model\":\"m\",\"extra_body\":{} | \"extra_body\" is an argument",
        "openai | \"model\":\"m\",\"contents\":[] | form of Gemini (\"contents\")",
        "openai | \"model\":\"m\",\"system\":\"x\" | form of Anthropic (\"system\")",
        "openai | \"model\":\"m\",\"extra_body\":{} | \"extra_body\" is an argument",
        "moonshot | \"model\":\"m\",\"contents\":[] | form of Gemini (\"contents\")",
        "zhipu | \"model\":\"m\",\"extra_headers\":{} | \"extra_headers\" is an argument"
      })
  void whatAProviderIsKnownToRefuseIsAProblem(String provider, String members, String problem) {
    assertThat(messages(body(builder(provider), members).problems()))
        .singleElement()
        .asString()
        .contains(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gemini | \"model\":\"m\",\"generationConfig\":{\"responseJsonSchema\":{}}",
        "gemini | \"model\":\"m\",\"generation_config\":{\"responseJsonSchema\":{}}",
        "zhipu | \"model\":\"m\",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{}}"
      })
  void whatAProviderIsKnownToIgnoreIsAWarning(String text) {
    String[] parts = text.split(" \\| ", 2);
    InputReport report = body(builder(parts[0]), parts[1]);

    assertThat(report.problems()).isEmpty();
    assertThat(messages(report.warnings())).singleElement().asString().contains(" in a batch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gemini |"
            + " \"model\":\"m\",\"generationConfig\":{\"responseSchema\":{}},\"systemInstruction\":{}",
        "zhipu | \"model\":\"m\",\"response_format\":{\"type\":\"json_object\"}",
        "anthropic |"
            + " \"max_tokens\":1,\"messages\":[],\"stream\":false,\"anything\":{\"contents\":1}"
      })
  void whatIsNotKnownToBeWrongIsLeftToTheProvider(String text) {
    String[] parts = text.split(" \\| ", 2);
    InputReport report = body(builder(parts[0]), parts[1]);

    assertThat(report.problems()).isEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void samplingIsRefusedByTheApiVersionThatRefusesIt() {
    String members = ANTHROPIC + ",\"temperature\":1,\"top_p\":1,\"top_k\":1";

    assertThat(body(Anthropic.builder(), members).problems()).isEmpty();
    assertThat(
            body(Anthropic.builder().apiVersion(Anthropic.VERSION_2026_10_21), members).problems())
        .hasSize(3)
        .allSatisfy(problem -> assertThat(problem.message()).contains("2026-10-21 refuses"));
  }

  @Test
  void severalProblemsOfOneRequestAreAllReported() {
    assertThat(messages(body(builder("anthropic"), "\"stream\":true,\"x\":\"\\ud83d\"").problems()))
        .hasSize(4)
        .allMatch(message -> message.startsWith("line 1: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic", "gemini", "openai", "moonshot", "zhipu"})
  void halfASurrogateInAnIdIsRefusedByLine(String provider) throws IOException {
    String id = "{\"custom_id\":\"request-\\ud83d\",\"body\":{" + ANTHROPIC + "}}";
    String all = provider.equals("gemini") ? id.replace(",\"messages\":[]", "") : id;

    assertThat(messages(file(provider, all).problems()))
        .containsExactly(
            "line 1: Unpaired surrogate in the custom id; was it truncated inside an emoji?");
  }

  @Test
  void aProblemOfEveryRequestIsReportedOnce() {
    List<BatchRequest> requests =
        IntStream.range(0, 502)
            .mapToObj(
                i ->
                    BatchRequest.ofJson(
                        "r-" + i,
                        "{\"model\":\"m\",\"generationConfig\":{\"responseJsonSchema\":{}},\"config\":1}"))
            .toList();
    InputReport report = validate(Gemini.builder(), BatchInput.of(requests));

    assertThat(report.problemCount()).isOne();
    assertThat(messages(report.problems()))
        .singleElement()
        .asString()
        .startsWith("In all 502 requests: \"config\"");
    assertThat(messages(report.warnings()))
        .singleElement()
        .asString()
        .startsWith("In all 502 requests: Gemini mishandles");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "anthropic |"
            + " {\"custom_id\":\"ID\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"m\"}}"
            + " | OpenAI",
        "gemini |"
            + " {\"custom_id\":\"ID\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"m\"}}"
            + " | OpenAI",
        "anthropic | {\"key\":\"ID\",\"request\":{}} | Gemini",
        "openai | {\"key\":\"ID\",\"request\":{}} | Gemini",
        "openai | {\"custom_id\":\"ID\",\"params\":{}} | Anthropic",
        "gemini | {\"custom_id\":\"ID\",\"params\":{}} | Anthropic"
      })
  void aFileInTheFormOfAnotherProviderIsOneSentence(String provider, String line, String owner)
      throws IOException {
    String[] lines =
        IntStream.range(0, 120).mapToObj(i -> line.replace("ID", "r-" + i)).toArray(String[]::new);

    InputReport report = file(provider, lines);
    assertThat(report.problemCount()).isOne();
    assertThat(messages(report.problems()))
        .containsExactly(
            "In all 120 requests: The line is in the form of "
                + owner
                + "; write it as {\"custom_id\":…,\"body\":{…}}, with a body of this provider's own"
                + " API");
  }

  @Test
  void aFileOfAnotherFormIsOneSentence() throws IOException {
    String line = "{\"custom_id\":\"a\",\"body\":{" + ANTHROPIC + "}}";
    assertThat(messages(file("anthropic", "[" + line + ",", line + "]").problems()))
        .containsExactly(
            "The file is a JSON array; write each request on a line of its own, without brackets"
                + " and commas");
    assertThat(messages(file("anthropic", line + ",", line.replace("\"a\"", "\"b\"")).problems()))
        .singleElement()
        .asString()
        .startsWith("The lines end with commas");
    assertThat(messages(file("anthropic", line.split("(?<=[{,])")).problems()))
        .singleElement()
        .asString()
        .startsWith("The file has JSON objects over several lines");
    for (Charset charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(messages(bytes((line + "\n").getBytes(charset)).problems()))
          .containsExactly("The file is in UTF-16; save it as UTF-8");
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(messages(bytes(zipped.toByteArray()).problems()))
        .containsExactly("The file is compressed with gzip; decompress it first");
  }

  private InputReport bytes(byte[] content) throws IOException {
    BatchInput input = BatchInput.ofFile(Files.write(folder.resolve("other.jsonl"), content));
    assertThat(validate(Anthropic.builder(), input.only(List.of("a"))).problemCount()).isOne();
    return validate(Anthropic.builder(), input);
  }

  private static String inputs(int count) {
    return Stream.generate(() -> "\"x\"").limit(count).collect(Collectors.joining(",", "[", "]"));
  }

  private static BatchInput embeddings(int requests, String input) {
    return BatchInput.of(
        IntStream.range(0, requests)
            .mapToObj(
                i -> BatchRequest.ofJson("r-" + i, "{\"model\":\"m\",\"input\":" + input + "}"))
            .toList());
  }

  private static List<String> embeddingProblems(BatchInput input) {
    try (BatchClient client = OpenAi.builder().apiKey("key").build()) {
      return messages(
          client.validate(input, SubmitOptions.none().withEndpoint("/v1/embeddings")).problems());
    }
  }

  @Test
  void theInputsOfEmbeddingsAreCounted() {
    assertThat(embeddingProblems(embeddings(1, inputs(2048)))).isEmpty();
    assertThat(embeddingProblems(embeddings(1, inputs(2049))))
        .containsExactly(
            "line 1: 2049 inputs exceed the limit of 2048 per request; split the request");
    assertThat(embeddingProblems(embeddings(25, inputs(2000)))).isEmpty();
    assertThat(embeddingProblems(embeddings(26, inputs(2000))))
        .containsExactly("52000 inputs exceed the limit of 50000 per batch; split the input");
    String tokens =
        IntStream.range(0, 3000)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(embeddingProblems(embeddings(2, tokens))).isEmpty();
    assertThat(embeddingProblems(embeddings(2, "\"text\""))).isEmpty();
    assertThat(validate(OpenAi.builder(), embeddings(1, inputs(3000))).problems()).isEmpty();
  }

  @Test
  void anEndpointThatIsClosedIsAWarning() throws IOException {
    InputReport report = file("openai", line("/v1/videos"));
    assertThat(report.problems()).isEmpty();
    assertThat(messages(report.warnings()))
        .containsExactly("OpenAI closed this endpoint on 24 September 2026; its requests fail");
  }

  private static String line(String url) {
    return "{\"custom_id\":\"request-1\",\"url\":\"" + url + "\",\"body\":{\"model\":\"m\"}}";
  }

  @Test
  void theUrlOnWhichTheLinesAgreeIsTheEndpoint() throws IOException {
    assertThat(file("openai", "", line("/v1/responses")).problems()).isEmpty();
    assertThat(file("zhipu", line("/v4/embeddings")).problems()).isEmpty();
    assertThat(
            messages(
                file("openai", line("/v1/responses"), line("/v1/embeddings").replace("-1", "-2"))
                    .problems()))
        .containsExactly(
            "line 2: \"url\" must be \"/v1/responses\" in this batch; correct or remove it, or set"
                + " the option endpoint");
  }

  @Test
  void aUrlThatTheProviderLacksIsOneSentence() throws IOException {
    assertThat(
            messages(file("moonshot", line("/v1/x"), line("/v1/x").replace("-1", "-2")).problems()))
        .containsExactly(
            "In all 2 requests: \"url\" must be \"/v1/chat/completions\" in this batch; correct or"
                + " remove it, or set the option endpoint");
    assertThat(file("zhipu", line("/v1/chat/completions")).problemCount()).isOne();
  }
}
