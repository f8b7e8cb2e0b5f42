package io.batchwright.anthropic;

import io.batchwright.Usage;
import io.batchwright.internal.json.JoinedText;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.lines.BodyReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads Anthropic's messages. */
final class AnthropicBodies implements BodyReader {
  @Override
  public String provider() {
    return AnthropicAdapter.NAME;
  }

  /**
   * Joins the text blocks, and nothing between them: a citation splits one text into several
   * blocks.
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
  public @Nullable Usage usage(JsonCursor body) throws JsonFault {
    return body.member("usage", AnthropicBodies::tokens);
  }

  private static @Nullable Usage tokens(JsonCursor usage) throws JsonFault {
    if (!usage.enterObject()) {
      return null;
    }
    long input = 0;
    long output = 0;
    long cacheRead = 0;
    long cacheWrite = 0;
    while (usage.nextMember()) {
      if (usage.isNamed("input_tokens")) {
        input = usage.count();
      } else if (usage.isNamed("output_tokens")) {
        output = usage.count();
      } else if (usage.isNamed("cache_read_input_tokens")) {
        cacheRead = usage.count();
      } else if (usage.isNamed("cache_creation_input_tokens")) {
        cacheWrite = usage.count();
      } else {
        usage.skip();
      }
    }
    return new Usage(input, output, cacheRead, cacheWrite);
  }
}
