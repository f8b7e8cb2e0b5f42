package okhttp3.internal;

import java.util.concurrent.TimeUnit;

/**
 * The one internal method of OkHttp 3 that zai-sdk calls and that OkHttp 5, which the sandbox
 * needs, no longer has. Without it, the two cannot be on one class path.
 */
public final class Util {
  private Util() {}

  /** A duration in milliseconds. */
  public static int checkDuration(String name, long duration, TimeUnit unit) {
    return Math.toIntExact(unit.toMillis(duration));
  }
}
