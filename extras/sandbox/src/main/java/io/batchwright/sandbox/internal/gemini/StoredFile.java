package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Blob;
import java.time.Duration;
import java.time.Instant;

/**
 * An uploaded file.
 *
 * @param number the number of uploads before it, plus one
 * @param sha256 the hash of the content, in hex
 */
record StoredFile(
    long number, FileNote note, String name, Instant createdAt, String sha256, Blob content) {
  private static final Duration LIFETIME = Duration.ofDays(2);

  Instant expiresAt() {
    return createdAt.plus(LIFETIME);
  }
}
