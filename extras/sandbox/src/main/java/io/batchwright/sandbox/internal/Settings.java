package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.SandboxRequest;
import io.batchwright.sandbox.internal.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the sandbox.
 *
 * @param pollHint the delay until the next poll that responses suggest, zero for none, or null for
 *     the provider's own
 * @param apiKey the only key, or null for any
 * @param maxBodyBytes the largest body of a create or an upload, unless the provider's limit is
 *     lower
 */
public record Settings(
    InstantSource time,
    Duration batchTime,
    Duration cancelTime,
    @Nullable Duration pollHint,
    Function<SandboxRequest, SandboxReply> replies,
    @Nullable String apiKey,
    long seed,
    long maxBodyBytes) {

  public Settings {
    if (batchTime.isNegative() || cancelTime.isNegative()) {
      throw new IllegalArgumentException("A batch cannot end before it begins");
    }
  }

  public Instant now() {
    return time.instant();
  }

  /** Whether this key is accepted. */
  public boolean accepts(String key) {
    return apiKey == null ? !key.isBlank() : apiKey.equals(key);
  }

  /**
   * Adds the poll hint to the status of a running batch.
   *
   * @param usual the provider's own hint, or zero if it sends none
   */
  public Response hinted(Response status, Duration usual) {
    Duration hint = pollHint == null ? usual : pollHint;
    return hint.isZero() ? status : status.header("retry-after", Long.toString(hint.toSeconds()));
  }

  /** Omits the key. */
  @Override
  public String toString() {
    return "Settings[batchTime=" + batchTime + ", cancelTime=" + cancelTime + "]";
  }
}
