package io.batchwright.benchmarks.data;

/**
 * Writes result lines with exactly Anthropic's members.
 *
 * @param brief whether to omit the members added to the API in 2025 and 2026, without which a line
 *     of 500 bytes has room for a text
 */
record AnthropicLines(boolean brief) implements LineForm {
  @Override
  public Frame succeeded(String id, int number, int inputTokens, int outputTokens) {
    return new Frame(
        "{\"custom_id\":\""
            + id
            + "\",\"result\":{\"type\":\"succeeded\",\"message\":{\"model\":\"claude-haiku-4-5-20251001\",\"id\":\"msg_01"
            + Digits.padded(number, 8)
            + "\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"",
        "\"}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,"
            + (brief ? "" : "\"stop_details\":null,")
            + "\"usage\":{\"input_tokens\":"
            + inputTokens
            + ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":0,"
            + (brief
                ? ""
                : "\"cache_creation\":{\"ephemeral_5m_input_tokens\":0,\"ephemeral_1h_input_tokens\":0},")
            + "\"output_tokens\":"
            + outputTokens
            + (brief
                ? "}}}}"
                : ",\"service_tier\":\"batch\",\"inference_geo\":\"not_available\"}}}}"));
  }

  @Override
  public String failed(String id, int number) {
    return "{\"custom_id\":\""
        + id
        + "\",\"result\":{\"type\":\"errored\",\"error\":{\"type\":\"error\",\"error\":{\"details\":{\"error_visibility\":\"user_facing\"},\"type\":\"not_found_error\",\"message\":\"model: claude-no-such-model\"},\"request_id\":null}}}";
  }
}
