package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.http.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that is visible to clients: an input or results. */
public interface StoredFile {
  String id();

  String filename();

  String purpose();

  Instant createdAt();

  /** When it is deleted automatically, or null for never. */
  @Nullable Instant expiresAt();

  Content content();

  /** Whether the content is sent compressed. */
  boolean isGzip();

  /** Deletes it and returns whether it existed. */
  boolean delete();
}
