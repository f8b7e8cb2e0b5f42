package io.batchwright.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.requests.RequestLine.Slice;
import io.batchwright.testing.LineNoise;
import io.batchwright.testing.TreeLine;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestParserAgainstGsonTest {
  private static final int COUNT = 8_000;

  private static final List<LineKind> KINDS =
      List.of(
          RequestFormat.OWN,
          new LineKind("key", "request", Map.of("note", "x")),
          new LineKind("custom_id", "params", Map.of()));

  private static final LineNoise LINES =
      new LineNoise(
          """
          {"custom_id":"a-1","body":{"model":"m-1","messages":[{"role":"user","content":"h\\u00e9 é"}],
          "stream":false}}
          """,
          """
          {"key":"a-2","request":{"contents":[{"parts":[{"text":"hi"}]}]},"note":"x"}
          """,
          """
          {"custom_id":"a-3","params":{"model":"","x":{"model":"no","stream":true}}}
          """,
          """
          {"custom_id":"a-4","body":{"stream":true,"model":7}}
          """,
          "{\"key\":\"a-5\",\"request\":{}}");

  private static final LineNoise BODIES =
      new LineNoise(
          "{\"model\":\"m-1\",\"messages\":[{\"role\":\"user\",\"content\":\"h\\u00e9 é\"}]}",
          "{\"stream\":true,\"model\":\"m-2\",\"x\":{\"model\":\"no\"}}",
          "{}",
          "[{}]");

  private final RequestParser parser = new RequestParser(KINDS, BodyRules.NONE);

  @Test
  void theSameIsReadInEveryLine() {
    int good = 0;
    for (long seed = 9_000_000; seed < 9_000_000 + COUNT; seed++) {
      byte[] line = LINES.document(seed);
      byte[] within = new byte[line.length + 20];
      Arrays.fill(within, (byte) '"');
      System.arraycopy(line, 0, within, 7, line.length);
      boolean utf8 = isUtf8(line);
      RequestOracle due =
          utf8 && TreeLine.parse(line) != null
              ? RequestOracle.ofLine(new String(line, StandardCharsets.UTF_8), KINDS)
              : RequestOracle.BAD;
      RequestLine seen = parser.ofLine(seed, new Slice(within, 7, line.length));
      assertSame(seed, seen, due);
      assertThat("Not UTF-8; save the file as UTF-8".equals(problem(seen))).isEqualTo(!utf8);
      if (seen.findings().isEmpty()) {
        good++;
        assertThat(bytes(seen)).as("seed %d", seed).isEqualTo(asWritten(line, seen.body(), 7));
      }
    }
    assertThat(good).isBetween(COUNT / 4, COUNT);
  }

  @Test
  void theSameIsReadInEveryBodyThatStandsAlone() {
    int good = 0;
    for (long seed = 10_000_000; seed < 10_000_000 + COUNT; seed++) {
      String body = new String(BODIES.document(seed), StandardCharsets.UTF_8);
      byte[] line = body.getBytes(StandardCharsets.UTF_8);
      boolean marked = line.length > 0 && line[0] == (byte) 0xEF;
      RequestOracle due =
          !marked && TreeLine.parse(line) != null
              ? RequestOracle.ofBody("a", body)
              : new RequestOracle(true, "a", null, null);
      RequestLine seen = parser.ofBody(seed, "a", body);
      assertSame(seed, seen, due);
      if (seen.findings().isEmpty()) {
        good++;
        assertThat(bytes(seen)).as("seed %d", seed).isEqualTo(asWritten(line, seen.body(), 0));
      }
    }
    assertThat(good).isBetween(COUNT / 4, COUNT);
  }

  private static void assertSame(long seed, RequestLine seen, RequestOracle due) {
    TreeLine body = seen.body().length() == 0 ? null : TreeLine.parse(bytes(seen));
    assertThat(
            new RequestOracle(
                seen.refused(),
                seen.customId(),
                seen.model(),
                body == null ? null : body.tree().toString()))
        .as("seed %d: %s", seed, problem(seen))
        .isEqualTo(due);
    assertThat(seen.number()).isEqualTo(seed);
  }

  private static @Nullable String problem(RequestLine line) {
    return line.findings().isEmpty() ? null : line.findings().get(0).message();
  }

  private static byte[] bytes(RequestLine line) {
    Slice body = line.body();
    return Arrays.copyOfRange(body.bytes(), body.offset(), body.offset() + body.length());
  }

  /** Returns the text of the body in its line, without line breaks. */
  private static byte[] asWritten(byte[] line, Slice body, int before) {
    int from = body.offset() - before;
    byte[] written = Arrays.copyOfRange(line, from, from + body.length());
    for (int i = 0; i < written.length; i++) {
      written[i] = written[i] == '\n' || written[i] == '\r' ? (byte) ' ' : written[i];
    }
    return written;
  }

  private static boolean isUtf8(byte[] line) {
    try {
      CharBuffer unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
