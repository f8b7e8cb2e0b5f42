package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.http.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that clients can see: an input or results. */
public interface StoredFile {
  String id();

  String filename();

  String purpose();

  Instant createdAt();

  /** When it goes by itself, or null if it stays. */
  @Nullable Instant expiresAt();

  Content content();

  /** Whether the content comes compressed. */
  boolean isGzip();

  /** Removes it and says whether it was still there. */
  boolean delete();
}
