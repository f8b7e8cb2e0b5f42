package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Blob;
import java.time.Duration;
import java.time.Instant;

/**
 * A file that was uploaded.
 *
 * @param number how many were uploaded before it, plus one
 * @param sha256 of the content, in hex
 */
record StoredFile(
    long number, FileNote note, String name, Instant createdAt, String sha256, Blob content) {
  private static final Duration LIFETIME = Duration.ofDays(2);

  Instant expiresAt() {
    return createdAt.plus(LIFETIME);
  }
}
