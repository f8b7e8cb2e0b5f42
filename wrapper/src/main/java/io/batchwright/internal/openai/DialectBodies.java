package io.batchwright.internal.openai;

import com.google.gson.JsonObject;
import io.batchwright.Usage;
import io.batchwright.internal.json.Fields;
import io.batchwright.internal.jsonl.BodyDialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads chat completions, and what the dialect's other endpoints answer. */
final class DialectBodies implements BodyDialect {
  /** The first choice's text: more choices are other answers to the same question. */
  @Override
  public String text(JsonObject body) {
    Fields answer = new Fields(body);
    List<Fields> choices = answer.objects("choices");
    if (!choices.isEmpty()) {
      Fields choice = choices.get(0);
      String message = text(choice.object("message"), "content");
      return message.isEmpty() ? text(choice, "text") : message;
    }
    StringBuilder text = new StringBuilder();
    for (Fields item : answer.objects("output")) {
      boolean message = "message".equals(item.text("type"));
      text.append(message ? text(item, "content") : "");
    }
    return text.toString();
  }

  /** Reads a text, or the texts of a list of parts. */
  private static String text(Fields holder, String name) {
    String plain = holder.text(name);
    if (plain != null) {
      return plain;
    }
    StringBuilder text = new StringBuilder();
    for (Fields part : holder.objects(name)) {
      String of = part.text("text");
      text.append(of == null ? "" : of);
    }
    return text.toString();
  }

  @Override
  public @Nullable Usage usage(JsonObject body) {
    if (!(body.get("usage") instanceof JsonObject object)) {
      return null;
    }
    Fields usage = new Fields(object);
    // A chat completion and an answer of the responses endpoint name the same figures differently.
    long cached =
        usage.object("prompt_tokens_details").count("cached_tokens")
            + usage.object("input_tokens_details").count("cached_tokens");
    return new Usage(
        usage.count("prompt_tokens") + usage.count("input_tokens"),
        usage.count("completion_tokens") + usage.count("output_tokens"),
        Math.max(cached, usage.count("cached_tokens")),
        0);
  }
}
