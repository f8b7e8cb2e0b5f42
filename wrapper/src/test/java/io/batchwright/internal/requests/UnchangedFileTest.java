package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchInput;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of lines in the provider's own form go out as they are; all others are written anew. */
class UnchangedFileTest {
  private static final String A =
      "{ \"url\": \"/u\", \"body\": {\"x\": 1}, \"method\": \"POST\", \"custom_id\": \"a\\u0062\" }";
  private static final String B =
      "{\"custom_id\":\"b\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{\"model\":\"p/m\"}}";

  private static final String A_ANEW =
      "{\"custom_id\":\"ab\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{\"x\": 1}}";

  private static final ProviderLimits LIMITS =
      new ProviderLimits(
          2000,
          10_000_000,
          Pattern.compile(".+"),
          "a text",
          false,
          Duration.ofHours(1),
          Duration.ofHours(24));

  @TempDir private Path dir;

  private static RequestFormat lines(@Nullable String modelPrefix) {
    return new RequestFormat(
        List.of(new LineKind("custom_id", "body", Map.of("method", "POST", "url", "/u"), true)),
        "",
        "{\"custom_id\":",
        ",\"method\":\"POST\",\"url\":\"/u\",\"body\":",
        "}",
        "\n",
        "\n",
        modelPrefix);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(dir.resolve("requests.jsonl"), content);
  }

  private RequestSource check(String content) throws IOException {
    return CheckedRequests.check(BatchInput.ofFile(file(content)), lines(null), LIMITS, null);
  }

  private static String written(RequestSource requests) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    requests.writeTo(out);
    assertThat(requests.byteCount()).isEqualTo(out.size());
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFileOfWholeLinesIsSentByteForByte() throws IOException {
    String content = (A + "\n" + B + "\n").repeat(700); // longer than one part
    RequestSource requests =
        CheckedRequests.check(
            BatchInput.ofFile(file(unique(content))), lines(null), LIMITS, "given");
    assertThat(written(requests)).isEqualTo(unique(content));
    assertThat(written(requests)).as("as often as wanted").isEqualTo(unique(content));
    assertThat(requests.count()).isEqualTo(1400);
  }

  private static String unique(String content) {
    StringBuilder all = new StringBuilder();
    int number = 0;
    for (String line : content.split("\n", -1)) {
      String id = "\"" + number++ + "\"";
      all.append(line.replace("\"a\\u0062\"", id).replace("\"b\"", id)).append('\n');
    }
    return all.substring(0, all.length() - 1);
  }

  @Test
  void aLastLineGetsTheEndThatItLacks() throws IOException {
    assertThat(written(check(A + "\n" + B))).isEqualTo(A + "\n" + B + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n%s\n",
        "%s\n\n",
        "%s\n  \n",
        "%s\r\n",
        "\ufeff%s\n",
        "%s\n{\"custom_id\":\"c\",\"body\":{}}\n",
        "%s\n{\"custom_id\":\"c\",\"method\":\"POST\",\"body\":{}}\n",
        "%s\n{\"custom_id\":\"c\",\"method\":\"POST\",\"url\":\"/u\",\r\"body\":{}}\n"
      })
  void aFileWithAnythingElseIsWrittenAnew(String content) throws IOException {
    String written = written(check(content.formatted(A)));
    assertThat(written).startsWith(A_ANEW + "\n");
    assertThat(written.substring(A_ANEW.length() + 1))
        .isIn("", "{\"custom_id\":\"c\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{}}\n");
  }

  @Test
  void aBodyWhoseModelIsSaidApartIsWrittenAnew() throws IOException {
    RequestSource requests =
        CheckedRequests.check(BatchInput.ofFile(file(B)), lines("p/"), LIMITS, null);
    assertThat(requests.model()).isEqualTo("m");
    assertThat(written(requests))
        .isEqualTo("{\"custom_id\":\"b\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{}}\n");
    RequestSource without =
        CheckedRequests.check(BatchInput.ofFile(file(A)), lines("p/"), LIMITS, "m");
    assertThat(written(without)).isEqualTo(A + "\n");
  }

  @Test
  void requestsInAnotherFrameAreWrittenAnew() throws IOException {
    RequestFormat frame =
        new RequestFormat(lines(null).lines(), "[", "{\"i\":", ",", "}", ",", "]", null);
    RequestSource requests = check(A + "\n").framed(frame);
    assertThat(written(requests)).isEqualTo("[{\"i\":\"ab\",{\"x\": 1}}]");
    assertThat(written(requests.framed(lines(null)))).isEqualTo(A + "\n");
  }

  @Test
  void someOfAFileIsWrittenAnew() throws IOException {
    BatchInput some = BatchInput.ofFile(file(A + "\n" + B + "\n")).only(List.of("ab"));
    assertThat(written(CheckedRequests.check(some, lines(null), LIMITS, null)))
        .isEqualTo(A_ANEW + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "longer", "\n"})
  void aFileThatChangedIsNotSentToItsEnd(String change) throws IOException {
    String content = A + "\n" + B + "\n";
    RequestSource requests = check(content);
    String changed =
        switch (change) {
          case "" -> content.substring(1);
          case "x" -> content.replace("\"x\": 1", "\"x\": 2");
          case "longer" -> content + A + "\n";
          default -> content + change;
        };
    Path unused = file(changed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> requests.writeTo(out)).isInstanceOf(InputChangedException.class);
    assertThat((long) out.size()).isLessThan(requests.byteCount());
  }
}
