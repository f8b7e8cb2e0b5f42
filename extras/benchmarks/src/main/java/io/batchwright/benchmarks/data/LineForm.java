package io.batchwright.benchmarks.data;

/** Writes result lines in the format of one provider. */
interface LineForm {
  /** Lines shorter than this omit optional members. */
  int SHORT = 600;

  /** Returns the format of a file's lines. */
  static LineForm of(ResultsFile file) {
    return switch (file.dialect()) {
      case ANTHROPIC -> new AnthropicLines(file.lineBytes() < SHORT);
      case OPENAI -> new OpenAiLines();
      case GEMINI -> new GeminiLines();
      case ZHIPU -> new ZhipuLines();
    };
  }

  /**
   * Returns a succeeded line except for its text.
   *
   * @param id the custom id
   * @param number the line number, from 0
   * @param inputTokens the input tokens
   * @param outputTokens the output tokens
   */
  Frame succeeded(String id, int number, int inputTokens, int outputTokens);

  /** Returns the line of a failed request. */
  String failed(String id, int number);

  /**
   * A line without its text; all of it is ASCII.
   *
   * @param before everything up to and including the opening quote of the text
   * @param after everything from the closing quote on
   */
  record Frame(String before, String after) {
    int length() {
      return before.length() + after.length();
    }
  }
}
