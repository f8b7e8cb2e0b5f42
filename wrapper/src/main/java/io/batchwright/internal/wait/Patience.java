package io.batchwright.internal.wait;

import io.batchwright.BatchException;
import io.batchwright.ErrorKind;
import io.batchwright.NoResultsException;
import io.batchwright.ProviderException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which failures a wait tolerates, and for how long. For one wait; not thread-safe. */
final class Patience {
  /**
   * How long "not found" is tolerated: providers respond with it for a moment after a create, and
   * now and then in between.
   */
  private static final Duration NOT_FOUND_GRACE = Duration.ofMinutes(1);

  private static final Set<ErrorKind> OUTAGES =
      EnumSet.of(ErrorKind.MALFORMED, ErrorKind.UNAVAILABLE, ErrorKind.RATE_LIMITED);

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

  boolean tolerates(BatchException error, long now) {
    if (failures++ == 0) {
      failingSince = now;
    }
    if (error.kind() == ErrorKind.NOT_FOUND || error instanceof NoResultsException) {
      notFoundSince = notFoundSince == null ? now : notFoundSince;
      return now - notFoundSince < NOT_FOUND_GRACE.toNanos();
    }
    notFoundSince = null;
    return mayPass(error) && outage(now).compareTo(maxOutage) < 0;
  }

  /**
   * A page of HTML with status 200 comes from a proxy in between, and a server that advises against
   * repeating this very call may recover in a minute: outages like any other.
   */
  private static boolean mayPass(BatchException error) {
    ErrorKind kind = error.kind();
    boolean denied = kind == ErrorKind.AUTHENTICATION || kind == ErrorKind.PERMISSION;
    return !denied && (Retry.allowedAfter(error) || OUTAGES.contains(kind));
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
