package io.batchwright.gemini;

/** Gemini for tests elsewhere: requests go in a file, and what breaks is taken up at once. */
public final class PromptUploads {
  private PromptUploads() {}

  /** Begins a client. */
  public static Gemini.Builder builder() {
    return Gemini.builder().inlineUpTo(0).sleep(pause -> {});
  }
}
