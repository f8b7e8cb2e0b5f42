package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchInput;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.requests.RequestFormat.Frame;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.requests.RequestFormat.PathModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
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

/** Whatever format a file has, its requests are written as lines of the provider's format. */
class CheckedRequestsTest {
  private static final String A =
      "{ \"url\": \"/u\", \"body\": {\"x\": 1}, \"method\": \"POST\", \"custom_id\": \"a\\u0062\""
          + " }";
  private static final String A_WRITTEN =
      "{\"custom_id\":\"ab\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{\"x\": 1}}\n";
  private static final String B =
      "{\"custom_id\":\"b\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{\"model\":\"p/m\"}}";

  private static final Frame LINES =
      new Frame(
          "{\"custom_id\":",
          ",\"method\":\"POST\",\"url\":\"/u\",\"body\":",
          "}\n{\"custom_id\":",
          "}\n");

  private static final ProviderLimits LIMITS =
      ProviderLimits.builder()
          .maxRequests(2000)
          .maxBytes(10_000_000)
          .customId(Pattern.compile(".+"), "a string")
          .oneModel(false)
          .windows(Duration.ofHours(1), Duration.ofHours(24))
          .build();

  @TempDir private Path dir;

  private Path file(String content) throws IOException {
    return Files.writeString(dir.resolve("requests.jsonl"), content);
  }

  private static CheckedRequests check(BatchInput input, @Nullable PathModel pathModel) {
    List<LineKind> kinds =
        List.of(new LineKind("custom_id", "body", Map.of("method", "POST", "url", "/u")));
    return CheckedRequests.check(
        input, new RequestFormat(kinds, BodyRules.NONE, null, pathModel, LINES), LIMITS);
  }

  private CheckedRequests check(String content) throws IOException {
    return check(BatchInput.ofFile(file(content)), null);
  }

  private static String written(CheckedRequests requests) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    requests.writeTo(out);
    assertThat(requests.byteCount()).isEqualTo(out.size());
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void linesKeepTheirIdsAndTheBytesOfTheirBodies() throws IOException {
    StringBuilder content = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 1400; i++) {
      String body = "{ \"n\" : " + i + " }";
      content.append("{\"body\":" + body + " , \"custom_id\":\"" + i + "\"}\n");
      expected.append(
          "{\"custom_id\":\""
              + i
              + "\",\"method\":\"POST\",\"url\":\"/u\",\"body\":"
              + body
              + "}\n");
    }
    CheckedRequests requests = check(content.toString());

    assertThat(requests.count()).isEqualTo(1400);
    assertThat(written(requests)).isEqualTo(expected.toString());
    assertThat(written(requests)).as("as often as wanted").isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%s\n",
        "\n%s\n",
        "%s\n\n",
        "%s\n  \n",
        "%s\r\n",
        "\ufeff%s\n",
        "%s\n{\"custom_id\":\"c\",\"body\":{}}\n",
        "%s\n{\"custom_id\":\"c\",\"method\":\"POST\",\"body\":{}}\n",
        "%s\n{\"custom_id\":\"c\",\"method\":\"POST\",\"url\":\"/u\",\r\"body\":{}}\n"
      })
  void whateverIsBetweenTheRequestsIsNotWritten(String content) throws IOException {
    String written = written(check(content.formatted(A)));
    assertThat(written).startsWith(A_WRITTEN);
    assertThat(written.substring(A_WRITTEN.length()))
        .isIn("", "{\"custom_id\":\"c\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{}}\n");
  }

  @Test
  void aLineBreakInABodyBecomesABlank() throws IOException {
    assertThat(written(check("{\"custom_id\":\"ab\",\"body\":{\"x\":\r1}}"))).isEqualTo(A_WRITTEN);
  }

  @Test
  void aModelThatMovesToThePathIsNotInTheBody() throws IOException {
    CheckedRequests requests =
        check(BatchInput.ofFile(file(B)), new PathModel(null, name -> name.replace("p/", "")));
    assertThat(requests.model()).isEqualTo("m");
    assertThat(written(requests))
        .isEqualTo("{\"custom_id\":\"b\",\"method\":\"POST\",\"url\":\"/u\",\"body\":{}}\n");
    CheckedRequests given =
        check(BatchInput.ofFile(file(A)), new PathModel("m", name -> name.replace("p/", "")));
    assertThat(given.model()).isEqualTo("m");
    assertThat(written(given)).isEqualTo(A_WRITTEN);
  }

  @Test
  void requestsCanBeWrittenInAnotherFrame() throws IOException {
    CheckedRequests requests =
        check(A + "\n").framed(new Frame("[{\"i\":", ",", "},{\"i\":", "}]"));
    assertThat(written(requests)).isEqualTo("[{\"i\":\"ab\",{\"x\": 1}}]");
    assertThat(written(requests.framed(LINES))).isEqualTo(A_WRITTEN);
  }

  @Test
  void someOfAFileCanBeWritten() throws IOException {
    BatchInput some = BatchInput.ofFile(file(A + "\n" + B + "\n")).only(List.of("ab"));
    assertThat(written(check(some, null))).isEqualTo(A_WRITTEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shorter", "other body", "other id", "bad", "longer", "many short"})
  void aFileThatChangedIsNotWrittenToItsEnd(String change) throws IOException {
    String content = A + "\n" + B + "\n";
    CheckedRequests requests = check(content);
    String changed =
        switch (change) {
          case "shorter" -> A + "\n";
          case "other body" -> content.replace("\"x\": 1", "\"x\": 2");
          case "other id" -> content.replace("\"b\",", "\"c\",");
          case "bad" -> content.substring(1);
          case "longer" -> content + A + "\n";
          default -> "{\"custom_id\":\"c\",\"body\":{}}\n".repeat(5);
        };
    Path unused = file(changed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> requests.writeTo(out))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("The input changed between validation and upload");
    assertThat((long) out.size()).isLessThan(requests.byteCount());
  }

  @Test
  void blankLinesThatWereAddedChangeNothing() throws IOException {
    CheckedRequests requests = check(A + "\n");
    Path unused = file("\n" + A + "\n\n");
    assertThat(written(requests)).isEqualTo(A_WRITTEN);
  }

  @Test
  void aStreamThatFailsIsNoProblemOfTheInput() throws IOException {
    SocketException failure = new SocketException("Broken pipe");
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw failure;
          }
        };
    CheckedRequests requests = check(A + "\n");
    assertThatThrownBy(() -> requests.writeTo(broken)).isSameAs(failure);
  }
}
