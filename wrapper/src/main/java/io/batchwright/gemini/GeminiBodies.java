package io.batchwright.gemini;

import io.batchwright.Usage;
import io.batchwright.internal.json.JoinedText;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.lines.BodyReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads Gemini's response bodies, in which a blocked prompt has no candidate. */
final class GeminiBodies implements BodyReader {
  @Override
  public String provider() {
    return GeminiAdapter.NAME;
  }

  /** The text of the first candidate; others are alternatives. */
  @Override
  public String text(JsonCursor body) throws JsonFault {
    String text =
        body.member("candidates", candidates -> candidates.firstObject(GeminiBodies::candidate));
    return Objects.requireNonNullElse(text, "");
  }

  private static @Nullable String candidate(JsonCursor candidate) throws JsonFault {
    return candidate.member("content", content -> content.member("parts", GeminiBodies::parts));
  }

  private static String parts(JsonCursor parts) throws JsonFault {
    return JoinedText.of(parts, GeminiBodies::part);
  }

  /** Thoughts are not part of the answer. */
  private static @Nullable String part(JsonCursor part) throws JsonFault {
    boolean thought = false;
    String text = null;
    if (part.enterObject()) {
      while (part.nextMember()) {
        if (part.isNamed("thought")) {
          thought = part.flag();
        } else if (part.isNamed("text")) {
          text = part.text();
        } else {
          part.skip();
        }
      }
    }
    return thought ? null : text;
  }

  @Override
  public @Nullable Usage usage(JsonCursor body) throws JsonFault {
    return body.member("usageMetadata", GeminiBodies::tokens);
  }

  /** Thoughts are billed as output, and what tools read as input. */
  private static @Nullable Usage tokens(JsonCursor usage) throws JsonFault {
    if (!usage.enterObject()) {
      return null;
    }
    long prompt = 0;
    long tools = 0;
    long candidates = 0;
    long thoughts = 0;
    long cached = 0;
    while (usage.nextMember()) {
      if (usage.isNamed("promptTokenCount")) {
        prompt = usage.count();
      } else if (usage.isNamed("toolUsePromptTokenCount")) {
        tools = usage.count();
      } else if (usage.isNamed("candidatesTokenCount")) {
        candidates = usage.count();
      } else if (usage.isNamed("thoughtsTokenCount")) {
        thoughts = usage.count();
      } else if (usage.isNamed("cachedContentTokenCount")) {
        cached = usage.count();
      } else {
        usage.skip();
      }
    }
    return new Usage(prompt + tools, candidates + thoughts, cached, 0);
  }
}
