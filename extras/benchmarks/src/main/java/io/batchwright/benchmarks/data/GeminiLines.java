package io.batchwright.benchmarks.data;

/** Writes lines as Gemini does, with the key first or last. */
final class GeminiLines implements LineForm {
  @Override
  public Frame succeeded(String id, int number, int inputTokens, int outputTokens) {
    boolean keyFirst = number % 2 == 0;
    String before = "\"response\":{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"";
    String after =
        "\"}],\"role\":\"model\"},\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":"
            + inputTokens
            + ",\"candidatesTokenCount\":"
            + outputTokens
            + ",\"totalTokenCount\":"
            + (inputTokens + outputTokens)
            + ",\"promptTokensDetails\":[{\"modality\":\"TEXT\",\"tokenCount\":"
            + inputTokens
            + "}],\"serviceTier\":\"SERVICE_TIER_STANDARD\"},\"modelVersion\":\"gemini-2.5-flash\",\"responseId\":\"ex4mple"
            + Digits.padded(number, 8)
            + "\"}";
    String key = "\"key\":\"" + id + "\"";
    return keyFirst
        ? new Frame("{" + key + "," + before, after + "}")
        : new Frame("{" + before, after + "," + key + "}");
  }

  @Override
  public String failed(String id, int number) {
    return "{\"key\":\""
        + id
        + "\",\"error\":{\"code\":3,\"message\":\"Request carries an argument that is not valid.\"}}";
  }
}
