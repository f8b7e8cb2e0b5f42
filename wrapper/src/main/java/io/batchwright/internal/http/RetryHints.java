package io.batchwright.internal.http;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads how long a server wants its caller to wait. */
public final class RetryHints {
  /** A hint beyond this is a mistake, and would let a wait sleep through its batch. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryHints() {}

  /**
   * Reads {@code retry-after-ms} or {@code retry-after}, in seconds or as a date; null if there is
   * none.
   */
  public static @Nullable Duration pause(Headers headers) {
    Duration pause = millis(headers.get("retry-after-ms"), 1);
    if (pause == null) {
      pause = millis(headers.get("retry-after"), 1000);
    }
    if (pause == null) {
      pause = untilDate(headers);
    }
    return bounded(pause);
  }

  /** Reads a count of seconds; null if it is none. */
  public static @Nullable Duration seconds(@Nullable String text) {
    return bounded(millis(text, 1000));
  }

  private static @Nullable Duration bounded(@Nullable Duration pause) {
    return pause == null || pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  private static @Nullable Duration millis(@Nullable String text, int unit) {
    if (text == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(text.strip()) * unit;
      return value >= 0 && value < Long.MAX_VALUE
          ? Duration.ofMillis((long) Math.ceil(value))
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A date is compared with the server's own clock, which is in the same response. */
  private static @Nullable Duration untilDate(Headers headers) {
    Instant until = headers.getInstant("retry-after");
    Instant now = headers.getInstant("date");
    if (until == null || now == null) {
      return null;
    }
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }
}
