package io.batchwright;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one submit, by which a batch that it may have created can be found. Immutable
 * and thread-safe.
 *
 * @param provider the provider's short name
 * @param begun when the attempt began, by this machine's clock
 * @param ended when it ended, or null while it lasts
 * @param requests how many requests were sent; 0 if that is not known, as for an uploaded file
 * @param fingerprint a random mark that goes with the batch where the provider keeps metadata or a
 *     display name
 */
public record SubmitAttempt(
    String provider, Instant begun, @Nullable Instant ended, long requests, String fingerprint) {
  /** Checks the parts. */
  public SubmitAttempt {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
