package io.batchwright.sandbox;

import io.batchwright.sandbox.shaded.gson.JsonObject;

/** The providers of the OpenAI dialect. */
enum Dialect {
  OPENAI("/v1/chat/completions", "gpt-4.1-mini"),
  MOONSHOT("/v1/chat/completions", "kimi-k2.6"),
  ZHIPU("/v4/chat/completions", "glm-4-plus");

  private final String endpoint;
  private final String model;

  Dialect(String endpoint, String model) {
    this.endpoint = endpoint;
    this.model = model;
  }

  String url(Sandbox sandbox) {
    return switch (this) {
      case OPENAI -> sandbox.openAiUrl();
      case MOONSHOT -> sandbox.moonshotUrl();
      case ZHIPU -> sandbox.zhipuUrl();
    };
  }

  ProviderControl control(Sandbox sandbox) {
    return switch (this) {
      case OPENAI -> sandbox.openAi();
      case MOONSHOT -> sandbox.moonshot();
      case ZHIPU -> sandbox.zhipu();
    };
  }

  /** The body of a create. */
  JsonObject create(String fileId) {
    JsonObject create = new JsonObject();
    create.addProperty("input_file_id", fileId);
    create.addProperty("endpoint", endpoint);
    create.addProperty("completion_window", "24h");
    return create;
  }

  String lines(String... customIds) {
    StringBuilder lines = new StringBuilder();
    for (String customId : customIds)
      lines.append(line(customId, "Hello " + customId)).append('\n');
    return lines.toString();
  }

  JsonObject line(String customId, String prompt) {
    JsonObject body = Http.params(prompt);
    body.addProperty("model", model);
    JsonObject line = new JsonObject();
    line.addProperty("custom_id", customId);
    line.addProperty("method", "POST");
    line.addProperty("url", endpoint);
    line.add("body", body);
    return line;
  }
}
