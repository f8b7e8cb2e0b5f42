package io.batchwright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchResult;
import io.batchwright.MalformedResponseException;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.testing.LineAgreement;
import io.batchwright.testing.LineOracle;
import io.batchwright.testing.LineReading;
import java.util.regex.Pattern;

/** Properties that must hold for every result line, whatever it contains. */
public final class LineProperties {
  /** Marks content in the seeds, and must never be shown. */
  public static final String CONTENT = "CONTENT";

  private static final Pattern BROKEN =
      Pattern.compile(
          "the JSON ends too early|more than one JSON value|not a JSON object"
              + "|malformed JSON at column [1-9]\\d*"
              + "|(NaN|Infinity), which is not JSON, at column [1-9]\\d*");

  private LineProperties() {}

  /**
   * Checks that a decoder agrees with the oracle on a line, keeps the line unchanged, and shows
   * nothing of it.
   *
   * @param model the type to decode the body into
   */
  public static void check(LineDecoder decoder, LineOracle oracle, byte[] line, Class<?> model) {
    LineReading reading = LineAgreement.of(decoder, oracle, line, "the line");
    byte[] given = line.clone();
    BatchResult result = decoder.decode(given, 1);
    assertThat(given).isEqualTo(line);
    if (result instanceof BatchResult.Unreadable bad) {
      boolean broken = reading.kind().endsWith(LineReading.BROKEN);
      assertThat(bad.error().message()).doesNotContain(CONTENT);
      assertThat(broken).isEqualTo(BROKEN.matcher(bad.error().message()).matches());
    } else if (result instanceof BatchResult.Succeeded response) {
      checkResponse(response, model);
    } else {
      assertThat(result.error()).isNotNull();
      assertThat(result.error().message()).isNotEmpty().hasSizeLessThanOrEqualTo(301);
    }
    assertThat(result.bytes()).isEqualTo(line);
    assertThat(result.toString()).doesNotContain(CONTENT);
  }

  private static void checkResponse(BatchResult.Succeeded response, Class<?> model) {
    assertThat(response.finish()).isNotNull();
    try {
      assertThat((Object) response.decode(model)).isNotNull();
    } catch (MalformedResponseException e) {
      assertThat(e).message().doesNotContain(CONTENT);
    }
  }
}
