package io.batchwright.benchmarks.data;

/** Writes lines as Zhipu does, with the id last and failed ones in the same file. */
final class ZhipuLines implements LineForm {
  private static final String BATCH = "\",\"id\":\"batch_1962400000000000001\"}";

  @Override
  public Frame succeeded(String id, int number, int inputTokens, int outputTokens) {
    return new Frame(
        "{\"response\":{\"status_code\":200,\"body\":{\"created\":1788300500,\"usage\":{\"completion_tokens\":"
            + outputTokens
            + ",\"prompt_tokens\":"
            + inputTokens
            + ",\"total_tokens\":"
            + (inputTokens + outputTokens)
            + "},\"model\":\"glm-4-plus\",\"id\":\"9211"
            + Digits.padded(number, 15)
            + "\",\"choices\":[{\"finish_reason\":\"stop\",\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"",
        "\"}}],\"request_id\":\"" + id + "\"}},\"custom_id\":\"" + id + BATCH);
  }

  @Override
  public String failed(String id, int number) {
    return "{\"response\":{\"status_code\":400,\"body\":{\"error\":{\"code\":\"1301\",\"message\":\"content rejected\"}}},\"custom_id\":\""
        + id
        + BATCH;
  }
}
