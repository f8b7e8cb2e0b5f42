package io.batchwright.gemini;

import io.batchwright.client.gemini.model.GenerateContentResponse;
import io.batchwright.fuzz.LineProperties;

/** Reads lines of Gemini's results, which must agree with Gson's trees. */
public final class GeminiLinesFuzz {
  private static final GeminiOracle ORACLE = new GeminiOracle();

  private GeminiLinesFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] line) {
    LineProperties.check(new GeminiLines(null), ORACLE, line, GenerateContentResponse.class);
  }
}
