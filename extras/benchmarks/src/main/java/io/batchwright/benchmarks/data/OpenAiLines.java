package io.batchwright.benchmarks.data;

/** Writes lines as OpenAI does, except that failed ones are in the same file. */
final class OpenAiLines implements LineForm {
  @Override
  public Frame succeeded(String id, int number, int inputTokens, int outputTokens) {
    return new Frame(
        head(id, number, 200)
            + "{\"id\":\"chatcmpl-Ex"
            + Digits.padded(number, 8)
            + "\",\"object\":\"chat.completion\",\"created\":1788300202,\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"",
        "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":"
            + inputTokens
            + ",\"completion_tokens\":"
            + outputTokens
            + ",\"total_tokens\":"
            + (inputTokens + outputTokens)
            + "}}},\"error\":null}");
  }

  @Override
  public String failed(String id, int number) {
    return head(id, number, 400)
        + "{\"error\":{\"message\":\"max_tokens is too large.\",\"type\":\"invalid_request_error\",\"param\":\"max_tokens\",\"code\":\"invalid_value\"}}},\"error\":null}";
  }

  private static String head(String id, int number, int status) {
    return "{\"id\":\"batch_req_6aa0c2000000"
        + Digits.padded(number, 12)
        + "\",\"custom_id\":\""
        + id
        + "\",\"response\":{\"status_code\":"
        + status
        + ",\"request_id\":\"792c1a99-eabf-4ce2-82bf-"
        + Digits.padded(number, 12)
        + "\",\"body\":";
  }
}
