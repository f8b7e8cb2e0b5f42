package io.batchwright.internal.openai;

import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens used, for which chat completions and the responses endpoint have different names.
 * Gateways send both, which mean the same: the larger one counts. For one response.
 */
final class DialectUsage {
  private static final Map<String, Duration> LIFETIMES =
      Map.of("ttl_30m_tokens", Duration.ofMinutes(30), "ttl_12h_tokens", Duration.ofHours(12));

  private final Usage.Builder tokens = Usage.builder();
  private long input;
  private long output;
  private long total;
  private long cacheRead;
  private long cacheWrite;
  private @Nullable Long reasoning;

  private DialectUsage() {}

  /** Reads the next object; null if the value is none. */
  static @Nullable Usage of(JsonCursor usage) throws JsonFault {
    if (!usage.enterObject()) {
      return null;
    }
    DialectUsage seen = new DialectUsage();
    while (usage.nextMember()) {
      seen.member(usage);
    }
    return seen.usage();
  }

  private Usage usage() {
    if (reasoning != null) {
      tokens.reasoning(reasoning);
    }
    return tokens
        .input(input == 0 && output == 0 ? total : input) // a gateway may send the total alone
        .output(output)
        .cacheRead(cacheRead)
        .cacheWrite(cacheWrite)
        .build();
  }

  private void member(JsonCursor usage) throws JsonFault {
    switch (usage.name()) {
      case "prompt_tokens", "input_tokens" -> input = Math.max(input, usage.count());
      case "completion_tokens", "output_tokens" -> output = Math.max(output, usage.count());
      case "total_tokens" -> total = usage.count();
      case "prompt_tokens_details", "prompt_token_details", "input_tokens_details" -> details(usage);
      case "completion_tokens_details", "output_tokens_details" -> details(usage);
      default -> detail(usage);
    }
  }

  private void details(JsonCursor details) throws JsonFault {
    if (details.enterObject()) {
      while (details.nextMember()) {
        detail(details);
      }
    }
  }

  /** Some providers have these next to the totals. */
  private void detail(JsonCursor detail) throws JsonFault {
    switch (detail.name()) {
      case "cached_tokens", "num_cached_tokens" ->
          cacheRead = Math.max(cacheRead, detail.count());
      case "cache_write_tokens" -> cacheWrite = Math.max(cacheWrite, detail.count());
      case "reasoning_tokens" -> {
        long count = detail.count();
        reasoning = reasoning == null ? count : Math.max(reasoning, count);
      }
      case "cache_write_tokens_details" -> lifetimes(detail);
      default -> detail.skip();
    }
  }

  private void lifetimes(JsonCursor details) throws JsonFault {
    if (!details.enterObject()) {
      return;
    }
    while (details.nextMember()) {
      Duration lifetime = LIFETIMES.get(details.name());
      if (lifetime == null) {
        details.skip();
      } else {
        tokens.cacheWrite(lifetime, details.count());
      }
    }
  }
}
