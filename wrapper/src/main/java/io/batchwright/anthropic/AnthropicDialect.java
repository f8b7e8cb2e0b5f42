package io.batchwright.anthropic;

import com.google.gson.JsonObject;
import io.batchwright.Usage;
import io.batchwright.internal.json.Fields;
import io.batchwright.internal.jsonl.BodyDialect;
import org.jspecify.annotations.Nullable;

/** Reads Anthropic's messages. */
final class AnthropicDialect implements BodyDialect {
  /**
   * Joins the text blocks, and nothing between them: a citation splits one text into several
   * blocks.
   */
  @Override
  public String text(JsonObject body) {
    StringBuilder text = new StringBuilder();
    for (Fields block : new Fields(body).objects("content")) {
      String part = "text".equals(block.text("type")) ? block.text("text") : null;
      text.append(part == null ? "" : part);
    }
    return text.toString();
  }

  @Override
  public @Nullable Usage usage(JsonObject body) {
    if (!(body.get("usage") instanceof JsonObject object)) {
      return null;
    }
    Fields usage = new Fields(object);
    return new Usage(
        usage.count("input_tokens"),
        usage.count("output_tokens"),
        usage.count("cache_read_input_tokens"),
        usage.count("cache_creation_input_tokens"));
  }
}
