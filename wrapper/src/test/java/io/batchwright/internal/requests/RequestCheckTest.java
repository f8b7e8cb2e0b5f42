package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.InputReport;
import io.batchwright.InputReport.Problem;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.requests.RequestFormat.Frame;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {
  private static final RequestFormat FORMAT =
      new RequestFormat(
          List.of(RequestFormat.OWN, new LineKind("custom_id", "params", Map.of())),
          BodyRules.NONE,
          null,
          null,
          new Frame("{\"requests\":[{\"custom_id\":", ",\"params\":", "},{\"custom_id\":", "}]}"));

  @TempDir private Path dir;

  private static ProviderLimits limits(long requests, long bytes, boolean oneModel) {
    return ProviderLimits.builder()
        .maxRequests(requests)
        .maxBytes(bytes)
        .customId(Pattern.compile("[a-z0-9-]{1,8}"), "1 to 8 of a-z, 0-9 and -")
        .oneModel(oneModel)
        .windows(Duration.ofHours(1), Duration.ofHours(24))
        .build();
  }

  private static final ProviderLimits USUAL = limits(1000, 1_000_000, false);

  private static CheckedRequests check(BatchInput input, ProviderLimits limits) {
    return CheckedRequests.check(input, FORMAT, limits);
  }

  private static InputReport report(BatchInput input, ProviderLimits limits) {
    return catchThrowableOfType(InvalidInputException.class, () -> check(input, limits)).report();
  }

  private BatchInput file(String... lines) throws IOException {
    return BatchInput.ofFile(
        Files.writeString(dir.resolve("requests.jsonl"), String.join("\n", lines)));
  }

  private static BatchInput sequence(int size) {
    return BatchInput.of(
        () ->
            IntStream.range(0, size).mapToObj(i -> BatchRequest.ofJson("r-" + i, "{}")).iterator());
  }

  private static String written(CheckedRequests requests) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    requests.writeTo(out);
    assertThat(requests.byteCount()).isEqualTo(out.size());
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void bothKindsOfLineAreSentInTheProvidersForm() throws IOException {
    CheckedRequests requests =
        check(
            file(
                "{\"custom_id\":\"a\",\"body\":{\"model\": \"m\"}}\r",
                "",
                "  ",
                "{\"params\":{\"model\":\"m\",\"x\":\"é🎉\"},\"custom_id\":\"b\"}"),
            USUAL);

    assertThat(requests.count()).isEqualTo(2);
    assertThat(requests.model()).isEqualTo("m");
    String expected =
        "{\"requests\":[{\"custom_id\":\"a\",\"params\":{\"model\": \"m\"}},"
            + "{\"custom_id\":\"b\",\"params\":{\"model\":\"m\",\"x\":\"é🎉\"}}]}";
    assertThat(written(requests)).isEqualTo(expected);
    assertThat(written(requests)).as("as often as wanted").isEqualTo(expected);
    assertThat(requests.toString()).doesNotContain("🎉");
  }

  @Test
  void problemsNameTheirLineAndRequest() throws IOException {
    InputReport report =
        report(
            file(
                "{\"custom_id\":\"a\",\"body\":{}}",
                "",
                "{\"custom_id\":\"b\",\"body\":[]}",
                "oops",
                "{\"custom_id\":\"a\",\"body\":{}}",
                "{\"custom_id\":\"B!\",\"body\":{}}"),
            USUAL);

    assertThat(report.requests()).isEqualTo(5);
    assertThat(report.problems()).extracting(Problem::line).containsExactly(3L, 4L, 5L, 6L);
    assertThat(report.problems())
        .extracting(Problem::customId)
        .containsExactly("b", null, "a", "B!");
    assertThat(report.problems().get(2).message())
        .isEqualTo("Duplicate custom_id \"a\", first used on line 1");
    assertThat(report.problems().get(3).message())
        .contains("1 to 8 of a-z, 0-9 and -")
        .doesNotContain("B!");
    assertThat(report.problemCount()).isEqualTo(4);
  }

  @Test
  void requestsOfASequenceAreCountedFromOne() {
    InputReport report =
        report(
            BatchInput.of(
                BatchRequest.ofJson("a", "{}"),
                BatchRequest.ofJson("", "{}"),
                BatchRequest.ofJson("123456789", "{}"),
                BatchRequest.ofJson("a", "{}")),
            USUAL);

    assertThat(report.problems()).extracting(Problem::line).containsExactly(2L, 3L, 4L);
    assertThat(report.problems().get(0).message()).contains("this one has 0 characters");
    assertThat(report.problems().get(1).message()).contains("9 characters");
    assertThat(report.problems().get(2).message()).contains("line 1");
  }

  @Test
  void aReportListsAHundredProblemsAndCountsThemAll() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      lines.add("oops");
    }
    BatchInput input = file(lines.toArray(String[]::new));

    InputReport report = report(input, USUAL);
    assertThat(report.problems()).hasSize(InputReport.MOST_PROBLEMS).hasSize(100);
    assertThat(report.problems().get(99).line()).isEqualTo(100);
    assertThat(report.problemCount()).isEqualTo(250);
    assertThatThrownBy(() -> check(input, USUAL))
        .hasMessageContainingAll("250 problems", "line 1: ", "line 5: ", "245 more")
        .hasMessageNotContaining("line 6: ");
  }

  @Test
  void aProblemOfTheWholeInputIsListedHoweverManyLinesAreInvalid() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      lines.add("oops");
    }

    InputReport report = report(file(lines.toArray(String[]::new)), limits(149, 1_000_000, false));
    assertThat(report.problemCount()).isEqualTo(151);
    assertThat(report.problems()).hasSize(100).extracting(Problem::line).contains(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "  \n\t\n"})
  void anEmptyInputIsRefused(String text) throws IOException {
    assertThat(report(file(text), USUAL).problems())
        .extracting(Problem::toString)
        .containsExactly("The input has no requests; add at least one");
    assertThat(report(BatchInput.of(List.of()), USUAL).problemCount()).isOne();
  }

  @Test
  void asManyRequestsAsTheLimitAreFineAndOneMoreIsNot() {
    assertThat(check(sequence(50), limits(50, 1_000_000, false)).count()).isEqualTo(50);

    InputReport report = report(sequence(51), limits(50, 1_000_000, false));
    assertThat(report.requests()).isEqualTo(51);
    assertThat(report.problems()).extracting(Problem::line).containsExactly(0L);
    assertThat(report.problems().get(0).message()).contains("51", "50", "split");
  }

  @Test
  void asManyBytesAsTheLimitAreFineAndOneMoreIsNot() throws IOException {
    long size = written(check(sequence(7), USUAL)).length();

    assertThat(check(sequence(7), limits(1000, size, false)).byteCount()).isEqualTo(size);
    InputReport report = report(sequence(7), limits(1000, size - 1, false));
    assertThat(report.bytes()).isEqualTo(size);
    assertThat(report.problems().get(0).message())
        .contains(String.valueOf(size), String.valueOf(size - 1));
  }

  @Test
  void bytesAreThoseOfUtf8() throws IOException {
    BatchInput input = BatchInput.of(BatchRequest.ofJson("a", "{\"x\":\"é🎉\"}"));

    assertThat(check(input, USUAL).byteCount())
        .isEqualTo(written(check(input, USUAL)).getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void requestsOfSeveralModelsAreRefusedOnlyWhereOneIsTheRule() {
    BatchInput input =
        BatchInput.of(
            BatchRequest.ofJson("a", "{\"model\":\"m\"}"),
            BatchRequest.ofJson("b", "{\"model\":\"n\"}"),
            BatchRequest.ofJson("c", "{}"));

    assertThat(check(input, USUAL).model()).isNull();
    InputReport report = report(input, limits(1000, 1_000_000, true));
    assertThat(report.problems()).extracting(Problem::line).containsExactly(2L);
    assertThat(report.problems().get(0).message()).contains("line 1", "one model");
  }

  @Test
  void aSubsetOfTheRequestsCanBeSelected() throws IOException {
    BatchInput input =
        file(
            "{\"custom_id\":\"a\",\"body\":{\"n\":1}}",
            "not even JSON",
            "{\"custom_id\":\"B!\",\"body\":{}}",
            "{\"custom_id\":\"b\",\"body\":{\"n\":2}}");

    CheckedRequests requests = check(input.only(List.of("b")), USUAL);
    assertThat(requests.count()).isOne();
    assertThat(written(requests))
        .isEqualTo("{\"requests\":[{\"custom_id\":\"b\",\"params\":{\"n\":2}}]}");
    assertThat(check(input.only(List.of("a", "b")).only(List.of("a")), USUAL).count()).isOne();
  }

  @Test
  void idsThatAreNotInTheInputAreCounted() throws IOException {
    BatchInput input =
        file("{\"custom_id\":\"a\",\"body\":{}}", "{\"custom_id\":\"b\",\"body\":[]}");

    assertThat(report(input.only(List.of("a", "y", "z")), USUAL).problems())
        .extracting(Problem::toString)
        .containsExactly("2 of the custom ids passed to only(...) are not in the input");
    // An invalid request is not reported as missing as well.
    assertThat(report(input.only(List.of("a", "b")), USUAL).problems())
        .extracting(Problem::line)
        .containsExactly(2L);
    assertThat(report(input.only(List.of()), USUAL).problems().get(0).message())
        .contains("no requests");
  }

  @Test
  void aFirstLineThatIsTooLongIsNoOtherForm() throws IOException {
    String part = "{\"x\":1},";
    String line = "{\"custom_id\":\"a\",\"body\":{\"y\":[" + part.repeat(500);
    ProviderLimits small = limits(1000, 1024 - (1024 - line.indexOf(part)) % part.length(), false);

    assertThat(report(file(line), small).problems())
        .extracting(Problem::toString)
        .containsExactly("line 1: The line exceeds the size limit of a batch");
  }

  @Test
  void aFileThatDoesNotExistIsAProblemOfTheInput() {
    assertThatThrownBy(() -> check(BatchInput.ofFile(dir.resolve("none")), USUAL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("The input cannot be read")
        .hasMessageContaining("none");
  }

  @Test
  void anUploadedFileCannotBeRead() {
    BatchInput uploaded = BatchInput.uploaded("file-1");
    assertThatThrownBy(() -> check(uploaded, USUAL)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> uploaded.only(List.of("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnterminatedLastLineCounts() throws IOException {
    assertThat(check(file("{\"custom_id\":\"a\",\"body\":{}}"), USUAL).count()).isOne();
    assertThat(check(file("{\"custom_id\":\"a\",\"body\":{}}", ""), USUAL).count()).isOne();
  }
}
