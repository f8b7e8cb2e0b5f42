package io.batchwright.benchmarks.data;

/** How one provider writes the lines of its results. */
interface LineForm {
  /** Lines shorter than this have room for little. */
  int SHORT = 600;

  /** Gives the form of a file's lines. */
  static LineForm of(ResultsFile file) {
    return switch (file.dialect()) {
      case ANTHROPIC -> new AnthropicLines(file.lineBytes() < SHORT);
      case OPENAI -> new OpenAiLines();
      case GEMINI -> new GeminiLines();
      case ZHIPU -> new ZhipuLines();
    };
  }

  /**
   * Gives what stands around the text of an answered request.
   *
   * @param id the custom id
   * @param number the line, from 0
   * @param inputTokens tokens that were read
   * @param outputTokens tokens that were written
   */
  Frame answered(String id, int number, int inputTokens, int outputTokens);

  /** Gives the line of a request that failed. */
  String failed(String id, int number);

  /**
   * A line without its text; all of it is ASCII.
   *
   * @param before up to and with the quote that begins the text
   * @param after from the quote that ends it
   */
  record Frame(String before, String after) {
    int length() {
      return before.length() + after.length();
    }
  }
}
