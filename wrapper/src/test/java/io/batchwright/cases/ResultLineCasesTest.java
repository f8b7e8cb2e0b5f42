package io.batchwright.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.MustBeClosed;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.ResultsOptions;
import io.batchwright.Usage;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.zhipu.Zhipu;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every line of {@code cases/} is read as the line with the same number in its expectations. */
class ResultLineCasesTest {
  /** The files called "more" and Moonshot's were written for this project. */
  static final List<String> FILES =
      List.of(
          "anthropic",
          "anthropic-more",
          "openai",
          "openai-more",
          "gemini",
          "gemini-more",
          "moonshot",
          "zhipu",
          "zhipu-more");

  @TestFactory
  Stream<DynamicTest> eachLineIsReadAsExpected() {
    return FILES.stream().flatMap(name -> cases(name).stream());
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void everyCaseHasAnExpectation(String name) {
    assertThat(lines(name + ".jsonl")).hasSameSizeAs(lines(name + ".expected.jsonl")).isNotEmpty();
  }

  private static List<DynamicTest> cases(String name) {
    List<BatchResult> results = new ArrayList<>();
    try (BatchResults read = read(name)) {
      read.forEach(results::add);
    }
    List<DynamicTest> cases = new ArrayList<>();
    List<String> expected = lines(name + ".expected.jsonl");
    for (int i = 0; i < expected.size(); i++) {
      JsonObject due = JsonParser.parseString(expected.get(i)).getAsJsonObject();
      BatchResult result = results.get(i);
      cases.add(DynamicTest.dynamicTest(name + " " + due, () -> check(result, due)));
    }
    return cases;
  }

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // the caller closes
  private static BatchResults read(String name) {
    InputStream in = open(name + ".jsonl");
    ResultsOptions options = ResultsOptions.defaults();
    return switch (name.replaceAll("-.*", "")) {
      case "anthropic" -> Anthropic.readResults(in, options);
      case "openai" -> OpenAi.readResults(in, options);
      case "gemini" -> Gemini.readResults(in, options);
      case "zhipu" -> Zhipu.readResults(in, options);
      default -> Moonshot.readResults(in, options);
    };
  }

  private static void check(BatchResult result, JsonObject due) {
    assertThat(result.kind().name()).isEqualTo(text(due, "kind"));
    assertThat(result.customId()).isEqualTo(text(due, "id"));
    assertThat(result.lineNumber()).isEqualTo(due.get("line").getAsLong());
    if (due.has("position")) {
      assertThat(result.position()).isEqualTo(due.get("position").getAsLong());
    }
    assertThat(result.succeeded().isPresent()).isEqualTo(result.error() == null);
    result.succeeded().ifPresent(response -> checkResponse(response, due));
    if (result.error() != null) {
      checkError(result.error(), due);
    }
  }

  private static void checkResponse(BatchResult.Succeeded response, JsonObject due) {
    if (due.has("finish")) {
      assertThat(response.finish().reason().name()).isEqualTo(text(due, "finish"));
      assertThat(response.finish().whole())
          .isEqualTo(List.of("COMPLETE", "TOOL_CALLS").contains(text(due, "finish")));
    }
    if (due.has("finishWord")) {
      assertThat(response.finish().word()).isEqualTo(text(due, "finishWord"));
    }
    if (due.has("text")) {
      assertThat(response.text()).isEqualTo(text(due, "text"));
    }
    if (due.has("usage")) {
      checkUsage(Objects.requireNonNull(response.usage()), due.getAsJsonObject("usage"));
    }
    if (due.has("embeddings")) {
      assertThat(response.embeddings())
          .usingRecursiveComparison()
          .isEqualTo(vectors(due.getAsJsonArray("embeddings")));
    }
  }

  private static void checkUsage(Usage usage, JsonObject due) {
    assertThat(List.of(usage.input(), usage.output(), usage.cacheRead(), usage.cacheWrite()))
        .isEqualTo(
            Stream.of("input", "output", "cacheRead", "cacheWrite")
                .map(name -> due.get(name).getAsLong())
                .toList());
    if (due.has("reasoning")) {
      assertThat(usage.reasoning()).isEqualTo(due.get("reasoning").getAsLong());
    }
  }

  private static List<float[]> vectors(JsonArray due) {
    return due.asList().stream().map(vector -> vector((JsonArray) vector)).toList();
  }

  private static float[] vector(JsonArray due) {
    float[] vector = new float[due.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = due.get(i).getAsFloat();
    }
    return vector;
  }

  private static void checkError(ApiError error, JsonObject due) {
    assertThat(error.message()).isNotBlank();
    if (due.has("message")) {
      assertThat(error.message()).contains(text(due, "message"));
    }
    if (due.has("type")) {
      assertThat(error.type()).isEqualTo(text(due, "type"));
    }
    if (due.has("code")) {
      assertThat(error.code()).isEqualTo(text(due, "code"));
    }
    if (due.has("status")) {
      assertThat(error.httpStatus()).isEqualTo(due.get("status").getAsInt());
    }
    if (due.has("retryable")) {
      assertThat(error.retryable()).isEqualTo(due.get("retryable").getAsBoolean());
    }
    if (due.has("errorKind")) {
      assertThat(error.kind().name()).isEqualTo(text(due, "errorKind"));
    }
  }

  private static @Nullable String text(JsonObject due, String name) {
    JsonElement value = due.get(name);
    return value == null ? null : value.getAsString();
  }

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        ResultLineCasesTest.class.getResourceAsStream("/cases/" + file), file);
  }
}
