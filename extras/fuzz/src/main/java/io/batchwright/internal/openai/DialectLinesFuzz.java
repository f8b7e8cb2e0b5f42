package io.batchwright.internal.openai;

import io.batchwright.client.openai.model.ChatCompletion;
import io.batchwright.fuzz.LineProperties;
import java.util.function.UnaryOperator;

/** Reads result lines of the OpenAI dialect, which must agree with Gson's trees. */
public final class DialectLinesFuzz {
  private static final DialectOracle ORACLE = new DialectOracle();

  private DialectLinesFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] line) {
    LineProperties.check(
        new DialectLines("any", UnaryOperator.identity(), null),
        ORACLE,
        line,
        ChatCompletion.class);
  }
}
