package io.batchwright.internal.wait;

import io.batchwright.AuthenticationException;
import io.batchwright.BatchException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.MalformedResponseException;
import io.batchwright.ProviderException;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RateLimitedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Judges which failures a wait bears, and for how long. Used by one wait; not thread-safe. */
final class Patience {
  /**
   * How long "not found" is taken for a passing fault: providers answer it for a moment after a
   * create, and now and then in between.
   */
  private static final Duration NOT_FOUND_GRACE = Duration.ofMinutes(1);

  private final Duration maxOutage;
  private int failures;
  private long failingSince;
  private @Nullable Long notFoundSince;

  Patience(Duration maxOutage) {
    this.maxOutage = maxOutage;
  }

  void answered() {
    failures = 0;
    notFoundSince = null;
  }

  boolean bears(BatchException error, long now) {
    if (failures++ == 0) {
      failingSince = now;
    }
    if (error instanceof BatchNotFoundException) {
      if (notFoundSince == null) {
        notFoundSince = now;
      }
      return now - notFoundSince < NOT_FOUND_GRACE.toNanos();
    }
    notFoundSince = null;
    if (error instanceof AuthenticationException) {
      return false;
    }
    // A page of HTML with status 200 comes from a proxy in between, and a server that advises
    // against repeating this very call may still be well again in a minute: outages like any other.
    boolean passing =
        error.retryable()
            || error instanceof MalformedResponseException
            || error instanceof ProviderUnavailableException
            || error instanceof RateLimitedException;
    return passing && outage(now).compareTo(maxOutage) < 0;
  }

  int failures() {
    return failures;
  }

  /** How long nothing but failures came; the pause before the first of them is not part of it. */
  Duration outage(long now) {
    return Duration.ofNanos(now - failingSince);
  }

  static @Nullable Duration hint(BatchException error) {
    return error instanceof ProviderException refused ? refused.retryAfter() : null;
  }
}
