package io.batchwright.anthropic;

import io.batchwright.Finish;
import io.batchwright.Usage;
import io.batchwright.internal.json.JoinedText;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.FinishWords;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Anthropic's messages. */
final class AnthropicBodies implements BodyReader {
  private static final Duration MINUTES = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  public String provider() {
    return AnthropicAdapter.NAME;
  }

  @Override
  public Set<String> contents() {
    return Set.of("content");
  }

  /**
   * Joins the text blocks with nothing between them, since a citation splits one text into several
   * blocks; texts before and after another block, such as a server tool's, are separate.
   */
  @Override
  public String text(JsonCursor body) throws JsonFault {
    String text =
        body.member("content", content -> JoinedText.of(content, AnthropicBodies::textOfBlock));
    return Objects.requireNonNullElse(text, "");
  }

  private static @Nullable String textOfBlock(JsonCursor block) throws JsonFault {
    boolean isText = false;
    String text = null;
    if (block.enterObject()) {
      while (block.nextMember()) {
        if (block.isNamed("type")) {
          isText = block.isText("text");
        } else if (block.isNamed("text")) {
          text = block.text();
        } else {
          block.skip();
        }
      }
    }
    return isText ? text : null;
  }

  @Override
  public Finish finish(JsonCursor body) throws JsonFault {
    return FinishWords.of(body.member("stop_reason", JsonCursor::text), false, false);
  }

  @Override
  public @Nullable Usage usage(JsonCursor body) throws JsonFault {
    return body.member("usage", AnthropicBodies::tokens);
  }

  /**
   * Adds up what was read, written to a cache and read from it, which Anthropic counts apart. Where
   * there are iterations (beta, from its SDK alone), their sum counts: the total beside them lacks
   * those that made the conversation shorter.
   */
  private static @Nullable Usage tokens(JsonCursor usage) throws JsonFault {
    if (!usage.enterObject()) {
      return null;
    }
    Usage.Builder tokens = Usage.builder();
    Usage iterations = null;
    long input = 0;
    long cacheRead = 0;
    long cacheWrite = 0;
    while (usage.nextMember()) {
      if (usage.isNamed("input_tokens")) {
        input = usage.count();
      } else if (usage.isNamed("output_tokens")) {
        tokens.output(usage.count());
      } else if (usage.isNamed("cache_read_input_tokens")) {
        cacheRead = usage.count();
      } else if (usage.isNamed("cache_creation_input_tokens")) {
        cacheWrite = usage.count();
      } else if (usage.isNamed("cache_creation")) {
        lifetimes(usage, tokens);
      } else if (usage.isNamed("output_tokens_details")) {
        Long thinking = usage.member("thinking_tokens", JsonCursor::count);
        if (thinking != null) {
          tokens.reasoning(thinking);
        }
      } else if (usage.isNamed("iterations")) {
        iterations = sum(usage);
      } else {
        usage.skip();
      }
    }
    tokens.input(input + cacheRead + cacheWrite).cacheRead(cacheRead).cacheWrite(cacheWrite);
    return iterations == null ? tokens.build() : iterations;
  }

  private static @Nullable Usage sum(JsonCursor iterations) throws JsonFault {
    Usage sum = null;
    if (iterations.enterArray()) {
      while (iterations.nextElement()) {
        Usage one = tokens(iterations);
        if (one != null) {
          sum = sum == null ? one : sum.plus(one);
        }
      }
    }
    return sum;
  }

  private static void lifetimes(JsonCursor creation, Usage.Builder tokens) throws JsonFault {
    if (!creation.enterObject()) {
      return;
    }
    while (creation.nextMember()) {
      if (creation.isNamed("ephemeral_5m_input_tokens")) {
        tokens.cacheWrite(MINUTES, creation.count());
      } else if (creation.isNamed("ephemeral_1h_input_tokens")) {
        tokens.cacheWrite(HOUR, creation.count());
      } else {
        creation.skip();
      }
    }
  }
}
