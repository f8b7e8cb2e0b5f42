package io.batchwright.benchmarks.data;

/** The format of a request line. */
public enum RequestForm {
  /** OpenAI's own format, as it is uploaded. */
  OPENAI(
      "\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"",
      "\"}],\"max_tokens\":256}}"),
  /** The library's format for OpenAI, which is converted to OpenAI's own when sent. */
  OPENAI_SHORT(
      "\",\"body\":{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"",
      "\"}],\"max_tokens\":256}}"),
  /** The element of an Anthropic create. */
  ANTHROPIC(
      "\",\"params\":{\"model\":\"claude-haiku-4-5\",\"max_tokens\":256,\"messages\":[{\"role\":\"user\",\"content\":\"",
      "\"}]}}"),
  /** The library's format for Anthropic. */
  ANTHROPIC_SHORT(
      "\",\"body\":{\"model\":\"claude-haiku-4-5\",\"max_tokens\":256,\"messages\":[{\"role\":\"user\",\"content\":\"",
      "\"}]}}");

  private final String afterId;
  private final String afterText;

  RequestForm(String afterId, String afterText) {
    this.afterId = afterId;
    this.afterText = afterText;
  }

  LineForm.Frame frame(String id) {
    return new LineForm.Frame("{\"custom_id\":\"" + id + afterId, afterText);
  }
}
