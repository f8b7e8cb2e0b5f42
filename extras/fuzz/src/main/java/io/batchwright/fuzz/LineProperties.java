package io.batchwright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchResult;
import io.batchwright.MalformedResponseException;
import io.batchwright.ResultBody;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.testing.LineAgreement;
import io.batchwright.testing.LineOracle;
import io.batchwright.testing.LineReading;
import java.util.regex.Pattern;

/** What must be true of every line of results, whatever is in it. */
public final class LineProperties {
  /** Stands in the seeds where content is, and must never be shown. */
  public static final String CONTENT = "CONTENT";

  private static final Pattern BROKEN =
      Pattern.compile(
          "the JSON ends too early|more than one JSON value|not a JSON object"
              + "|malformed JSON at column [1-9]\\d*");

  private LineProperties() {}

  /**
   * Checks that a decoder reads in a line what the oracle does, keeps the line as it is, and shows
   * nothing of it.
   *
   * @param model what a body should be
   */
  public static void check(LineDecoder decoder, LineOracle oracle, byte[] line, Class<?> model) {
    LineReading reading = LineAgreement.of(decoder, oracle, line, "the line");
    byte[] given = line.clone();
    BatchResult result = decoder.decode(given, 1);
    assertThat(given).isEqualTo(line);
    if (result instanceof BatchResult.Unreadable bad) {
      boolean broken = reading.kind().endsWith(LineReading.BROKEN);
      assertThat(bad.problem()).doesNotContain(CONTENT);
      assertThat(broken).isEqualTo(BROKEN.matcher(bad.problem()).matches());
      assertThat(bad.bytes()).isEqualTo(line);
    } else if (result instanceof BatchResult.Succeeded ok) {
      checkBody(ok.body(), line, model);
    } else if (result instanceof BatchResult.Errored failed) {
      assertThat(failed.error().message().length()).isLessThanOrEqualTo(301);
      checkBody(failed.body(), line, model);
    }
  }

  private static void checkBody(ResultBody body, byte[] line, Class<?> model) {
    assertThat(body.bytes()).isEqualTo(line);
    assertThat(body.toString()).isEqualTo("a body in a line of " + line.length + " bytes");
    try {
      assertThat((Object) body.as(model)).isNotNull();
    } catch (MalformedResponseException e) {
      assertThat(e).message().doesNotContain(CONTENT);
    }
  }
}
