package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.InputReport;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitOptions;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.fuzz.Input;
import io.batchwright.fuzz.LineProperties;
import io.batchwright.gemini.Gemini;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.internal.requests.RequestLine.Slice;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.TreeLine;
import io.batchwright.zhipu.Zhipu;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Validates a file of requests for each provider: a valid one is sent as exactly the counted bytes,
 * in strict JSON; an invalid one is refused without quoting it. Each line is compared with Gson's
 * trees.
 */
public final class RequestsFuzz {
  private static final List<ProviderAdapter> PROVIDERS =
      List.of(
          Adapters.of(Anthropic.builder().apiKey("k")),
          Adapters.of(OpenAi.builder().apiKey("k")),
          Adapters.of(Gemini.builder().apiKey("k")),
          Adapters.of(Moonshot.builder().apiKey("k")),
          Adapters.of(Zhipu.builder().apiKey("k")));

  private static final Path FILE = file();

  private RequestsFuzz() {}

  private static Path file() {
    try {
      Path file = Files.createTempFile("fuzz", ".jsonl");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Input input = new Input(data);
    ProviderAdapter provider = PROVIDERS.get(input.choice(PROVIDERS.size()));
    boolean inMemory = input.choice(2) == 1;
    byte[] content = input.rest();
    RequestFormat format = provider.requestFormat(SubmitOptions.none());
    checkLines(content, format);
    if (inMemory) {
      check(BatchInput.of(requests(content)), format, provider);
    } else {
      Files.write(FILE, content);
      check(BatchInput.ofFile(FILE), format, provider);
    }
  }

  private static void checkLines(byte[] content, RequestFormat format) {
    RequestParser parser = new RequestParser(format.lines(), BodyRules.NONE);
    for (String text : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
      byte[] line = text.getBytes(StandardCharsets.UTF_8);
      RequestOracle due =
          TreeLine.parse(line) == null
              ? RequestOracle.BAD
              : RequestOracle.ofLine(text, format.lines());
      RequestLine seen = parser.ofLine(1, Slice.of(line));
      TreeLine body = seen.body().length() == 0 ? null : TreeLine.parse(bytes(seen.body()));
      assertThat(
              new RequestOracle(
                  seen.refused(),
                  seen.customId(),
                  seen.model(),
                  body == null ? null : body.tree().toString()))
          .as(seen.findings().toString())
          .isEqualTo(due);
    }
  }

  private static byte[] bytes(Slice slice) {
    return Arrays.copyOfRange(slice.bytes(), slice.offset(), slice.end());
  }

  /** Parses the text before the first bar of a line as its id. */
  private static List<BatchRequest> requests(byte[] content) {
    List<BatchRequest> requests = new ArrayList<>();
    for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
      int bar = line.indexOf('|');
      requests.add(
          BatchRequest.ofJson(bar < 0 ? "id" : line.substring(0, bar), line.substring(bar + 1)));
    }
    return requests;
  }

  private static void check(BatchInput input, RequestFormat format, ProviderAdapter provider)
      throws IOException {
    ProviderLimits limits = provider.limits(SubmitOptions.none());
    CheckedRequests source;
    try {
      source = CheckedRequests.check(input, format, limits);
    } catch (InvalidInputException e) {
      assertThat(e).message().doesNotContain(LineProperties.CONTENT);
      assertThat(e.report().problems())
          .extracting(InputReport.Problem::message)
          .noneMatch(message -> message.contains(LineProperties.CONTENT));
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    source.writeTo(out);
    assertThat((long) out.size()).isEqualTo(source.byteCount());
    assertThat(source.count()).isPositive();
    if (format.frame().between().contains("\n")) {
      List<String> lines =
          out.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
      assertThat(lines).hasSize((int) source.count());
      lines.forEach(RequestsFuzz::assertObject);
    } else {
      assertObject(out.toString(StandardCharsets.UTF_8));
    }
  }

  private static void assertObject(String json) {
    assertThat(TreeLine.parse(json.getBytes(StandardCharsets.UTF_8)) == null).as(json).isFalse();
  }
}
