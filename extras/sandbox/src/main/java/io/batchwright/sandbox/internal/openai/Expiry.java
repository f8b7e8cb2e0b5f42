package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Validates how long a file is to be kept. */
final class Expiry {
  private static final long SHORTEST = 3600;
  private static final long LONGEST = 2_592_000;

  private Expiry() {}

  static Duration of(String param, @Nullable String anchor, long seconds) throws Refusal {
    if (!"created_at".equals(anchor)) {
      throw Refusal.invalid(param, "The anchor must be 'created_at'.");
    }
    if (seconds < SHORTEST || seconds > LONGEST) {
      throw Refusal.invalid(param, "Seconds must be " + SHORTEST + " to " + LONGEST + ".");
    }
    return Duration.ofSeconds(seconds);
  }
}
