package io.batchwright.internal.openai;

import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens used, for which a chat completion and an answer of the responses endpoint have
 * different names. For one answer.
 */
final class DialectUsage {
  private long prompt;
  private long input;
  private long completion;
  private long output;
  private long cached;
  private long cachedOfPrompt;
  private long cachedOfInput;

  private DialectUsage() {}

  /** Reads the object that comes; null if it is none. */
  static @Nullable Usage of(JsonCursor usage) throws JsonFault {
    if (!usage.enterObject()) {
      return null;
    }
    DialectUsage seen = new DialectUsage();
    while (usage.nextMember()) {
      seen.look(usage);
    }
    return new Usage(
        seen.prompt + seen.input,
        seen.completion + seen.output,
        Math.max(seen.cachedOfPrompt + seen.cachedOfInput, seen.cached),
        0);
  }

  private void look(JsonCursor member) throws JsonFault {
    if (member.isNamed("prompt_tokens")) {
      prompt = member.count();
    } else if (member.isNamed("input_tokens")) {
      input = member.count();
    } else if (member.isNamed("completion_tokens")) {
      completion = member.count();
    } else if (member.isNamed("output_tokens")) {
      output = member.count();
    } else if (member.isNamed("cached_tokens")) {
      cached = member.count();
    } else if (member.isNamed("prompt_tokens_details")) {
      cachedOfPrompt = cachedIn(member);
    } else if (member.isNamed("input_tokens_details")) {
      cachedOfInput = cachedIn(member);
    } else {
      member.skip();
    }
  }

  private static long cachedIn(JsonCursor details) throws JsonFault {
    Long cached = details.member("cached_tokens", JsonCursor::count);
    return cached == null ? 0 : cached;
  }
}
