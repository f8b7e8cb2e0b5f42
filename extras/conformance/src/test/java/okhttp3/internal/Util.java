package okhttp3.internal;

import java.util.concurrent.TimeUnit;

/**
 * The one method of OkHttp 3's insides that zai-sdk calls, and that OkHttp 5, which the sandbox
 * needs, no longer has. Nobody can have the two on one class path without it.
 */
public final class Util {
  private Util() {}

  /** A duration in milliseconds. */
  public static int checkDuration(String name, long duration, TimeUnit unit) {
    return Math.toIntExact(unit.toMillis(duration));
  }
}
