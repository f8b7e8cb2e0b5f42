package io.batchwright.internal.openai;

import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens used, for which chat completions and the responses endpoint have different names.
 * Gateways send both, which mean the same: the larger one counts. For one response.
 */
final class DialectUsage {
  private final Map<String, Long> counts = new HashMap<>(); // by path
  private final Set<String> paths = new HashSet<>();

  private DialectUsage() {}

  /** Reads the next object; null if the value is none. */
  static @Nullable Usage of(JsonCursor usage) throws JsonFault {
    if (usage.kind() != JsonKind.OBJECT) {
      usage.skip();
      return null;
    }
    DialectUsage seen = new DialectUsage();
    seen.put("", usage);
    return seen.usage();
  }

  private void put(String path, JsonCursor value) throws JsonFault {
    if (!paths.add(path)) { // of a duplicate the last counts
      counts.keySet().removeIf(name -> name.equals(path) || name.startsWith(path + "."));
    }
    if (value.kind() == JsonKind.OBJECT && value.enterObject()) {
      while (value.nextMember()) {
        put(path + "." + value.name(), value);
      }
    } else if (value.kind() == JsonKind.NULL) {
      value.skip();
    } else {
      counts.put(path, Math.max(0, value.count()));
    }
  }

  private Usage usage() {
    long input = Math.max(total(".prompt_tokens"), total(".input_tokens"));
    long output = Math.max(total(".completion_tokens"), total(".output_tokens"));
    Usage.Builder usage =
        Usage.builder()
            // A gateway may send the total alone.
            .input(input == 0 && output == 0 ? total(".total_tokens") : input)
            .output(output);
    set(usage::cacheRead, "cached_tokens");
    set(usage::cacheWrite, ".cache_write_tokens");
    set(usage::reasoning, ".reasoning_tokens");
    set(tokens -> usage.cacheWrite(Duration.ofMinutes(30), tokens), ".ttl_30m_tokens");
    set(tokens -> usage.cacheWrite(Duration.ofHours(12), tokens), ".ttl_12h_tokens");
    return usage.build();
  }

  private long total(String path) {
    return counts.getOrDefault(path, 0L);
  }

  /** Sets a part to the largest count whose path ends so: among details, or next to the totals. */
  private void set(LongConsumer part, String end) {
    counts.entrySet().stream()
        .filter(count -> count.getKey().endsWith(end))
        .mapToLong(Map.Entry::getValue)
        .max()
        .ifPresent(part);
  }
}
