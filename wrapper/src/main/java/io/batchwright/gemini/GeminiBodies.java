package io.batchwright.gemini;

import com.google.gson.JsonObject;
import io.batchwright.Usage;
import io.batchwright.internal.json.Fields;
import io.batchwright.internal.jsonl.BodyDialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Gemini's answers, in which a prompt that was blocked has no candidate. */
final class GeminiBodies implements BodyDialect {
  /** The first candidate's text: more candidates are other answers, and thoughts are none. */
  @Override
  public String text(JsonObject body) {
    List<Fields> candidates = new Fields(body).objects("candidates");
    StringBuilder text = new StringBuilder();
    if (!candidates.isEmpty()) {
      for (Fields part : candidates.get(0).object("content").objects("parts")) {
        String of = part.flag("thought") ? null : part.text("text");
        text.append(of == null ? "" : of);
      }
    }
    return text.toString();
  }

  /** Thoughts are paid as output, and what tools read as input. */
  @Override
  public @Nullable Usage usage(JsonObject body) {
    if (!(body.get("usageMetadata") instanceof JsonObject object)) {
      return null;
    }
    Fields usage = new Fields(object);
    return new Usage(
        usage.count("promptTokenCount") + usage.count("toolUsePromptTokenCount"),
        usage.count("candidatesTokenCount") + usage.count("thoughtsTokenCount"),
        usage.count("cachedContentTokenCount"),
        0);
  }
}
