package io.batchwright.internal.openai;

import io.batchwright.client.openai.model.ChatCompletion;
import io.batchwright.fuzz.LineProperties;
import java.util.function.UnaryOperator;

/** Reads lines of results in OpenAI's dialect, which must say what Gson's trees say. */
public final class DialectLinesFuzz {
  private static final DialectOracle ORACLE = new DialectOracle();

  private DialectLinesFuzz() {}

  /** Tries an input. */
  public static void fuzzerTestOneInput(byte[] line) {
    LineProperties.check(
        new DialectLines("any", UnaryOperator.identity(), null), ORACLE, line, ChatCompletion.class);
  }
}
