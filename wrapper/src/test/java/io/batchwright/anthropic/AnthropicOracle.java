package io.batchwright.anthropic;

import io.batchwright.Usage;
import io.batchwright.internal.lines.Envelope;
import io.batchwright.testing.LineOracle;
import io.batchwright.testing.LineReading;
import io.batchwright.testing.TreeLine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Anthropic's lines with trees. */
final class AnthropicOracle extends LineOracle {
  AnthropicOracle() {
    super("custom_id");
  }

  @Override
  protected LineReading read(TreeLine line, String id) {
    String kind = line.text("result.type");
    if (kind == null) {
      return LineReading.unreadable(id, "no result.type");
    }
    return switch (kind) {
      case "succeeded" -> responded(line, id);
      case "errored" -> LineReading.without("ERRORED", id);
      case "canceled" -> LineReading.without("CANCELLED", id);
      case "expired" -> LineReading.without("EXPIRED", id);
      default -> LineReading.unreadable(id, "an unknown result.type" + Envelope.shown(kind));
    };
  }

  private LineReading responded(TreeLine line, String id) {
    if (!line.isObject("result.message")) {
      return LineReading.unreadable(id, "no result.message");
    }
    return line.isThere("result.message.error")
        ? LineReading.without("ERRORED", id)
        : succeeded(id, line.object("result.message"));
  }

  @Override
  protected String text(TreeLine body) {
    return joined(
        body, "content", block -> "text".equals(block.text("type")) ? block.string("text") : null);
  }

  @Override
  protected @Nullable Usage usage(TreeLine body) {
    return body.isObject("usage") ? tokens(body.object("usage")) : null;
  }

  private static Usage tokens(TreeLine usage) {
    List<TreeLine> iterations = usage.objects("iterations");
    if (!iterations.isEmpty()) {
      return iterations.stream()
          .map(AnthropicOracle::tokens)
          .reduce(Usage::plus)
          .orElse(Usage.NONE);
    }
    long read = usage.count("cache_read_input_tokens");
    long written = usage.count("cache_creation_input_tokens");
    Usage.Builder tokens =
        Usage.builder()
            .input(usage.count("input_tokens") + read + written)
            .output(usage.count("output_tokens"))
            .cacheRead(read)
            .cacheWrite(written);
    TreeLine lifetimes = usage.object("cache_creation");
    if (lifetimes.tree().has("ephemeral_5m_input_tokens")) {
      tokens.cacheWrite(Duration.ofMinutes(5), lifetimes.count("ephemeral_5m_input_tokens"));
    }
    if (lifetimes.tree().has("ephemeral_1h_input_tokens")) {
      tokens.cacheWrite(Duration.ofHours(1), lifetimes.count("ephemeral_1h_input_tokens"));
    }
    if (usage.object("output_tokens_details").tree().has("thinking_tokens")) {
      tokens.reasoning(usage.count("output_tokens_details.thinking_tokens"));
    }
    return tokens.build();
  }
}
