package io.batchwright.gemini;

import io.batchwright.internal.wait.Clock;

/** Lets tests of other packages have the pauses of an upload in their own time. */
public final class GeminiPauses {
  private GeminiPauses() {}

  /** Begins a client that pauses in this time. */
  public static Gemini.Builder in(Clock timer) {
    return Gemini.builder().sleep(timer::sleep);
  }
}
