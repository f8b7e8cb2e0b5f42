package io.batchwright.gemini;

import io.batchwright.Usage;
import io.batchwright.testing.LineOracle;
import io.batchwright.testing.LineReading;
import io.batchwright.testing.TreeLine;
import org.jspecify.annotations.Nullable;

/** Reads Gemini's lines with trees. */
final class GeminiOracle extends LineOracle {
  GeminiOracle() {
    super("key", "metadata.key", "metadata.custom_id");
  }

  @Override
  protected LineReading readNameless(TreeLine line) {
    String added = String.valueOf(line.word(InlineResults.POSITION));
    return read(line, "#" + (added.matches("[0-9]{1,18}") ? Long.parseLong(added) : 0));
  }

  @Override
  protected LineReading read(TreeLine line, String id) {
    if (line.isThere("error")) {
      return failed(id, line.object("error"));
    }
    if (line.isThere("status") && line.object("response").tree().isEmpty()) {
      return failed(id, line.object("status"));
    }
    if (!line.isObject("response")) {
      return LineReading.unreadable(id, "neither a response nor an error");
    }
    if (line.isThere("response.error")) {
      return failed(id, line.object("response.error"));
    }
    boolean blocked = line.text("response.promptFeedback.blockReason") != null;
    return blocked && !line.isThere("response.candidates")
        ? LineReading.without("ERRORED", id)
        : succeeded(id, line.object("response"));
  }

  private static LineReading failed(String id, TreeLine error) {
    String code = error.word("code");
    String status = error.text("status");
    boolean cancelled =
        status == null ? "1".equals(code) || "499".equals(code) : status.equals("CANCELLED");
    return LineReading.without(cancelled ? "CANCELLED" : "ERRORED", id);
  }

  @Override
  protected String text(TreeLine body) {
    for (TreeLine candidate : body.objects("candidates")) {
      return joined(
          candidate, "content.parts", part -> part.flag("thought") ? null : part.string("text"));
    }
    return "";
  }

  @Override
  protected @Nullable Usage usage(TreeLine body) {
    if (!body.isObject("usageMetadata")) {
      return body.tree().has("tokenCount")
          ? Usage.builder().input(body.count("tokenCount")).build()
          : null;
    }
    TreeLine usage = body.object("usageMetadata");
    Usage.Builder tokens =
        Usage.builder()
            .input(usage.count("promptTokenCount") + usage.count("toolUsePromptTokenCount"))
            .output(usage.count("candidatesTokenCount") + usage.count("thoughtsTokenCount"))
            .cacheRead(usage.count("cachedContentTokenCount"));
    if (usage.tree().has("thoughtsTokenCount")) {
      tokens.reasoning(usage.count("thoughtsTokenCount"));
    }
    return tokens.build();
  }
}
