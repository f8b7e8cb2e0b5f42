package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Blob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An input file. */
final class Upload implements StoredFile {
  private final String id;
  private final String filename;
  private final Instant createdAt;
  private final Blob content;
  private volatile @Nullable Instant expiresAt;
  private volatile boolean deleted;

  Upload(String id, String filename, Instant createdAt, @Nullable Instant expiresAt, Blob content) {
    this.id = id;
    this.filename = filename;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
    this.content = content;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String filename() {
    return filename;
  }

  @Override
  public String purpose() {
    return "batch";
  }

  @Override
  public Instant createdAt() {
    return createdAt;
  }

  @Override
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** When it is deleted automatically, if not before. */
  synchronized void expireAt(Instant time) {
    Instant until = expiresAt;
    if (until == null || time.isBefore(until)) expiresAt = time;
  }

  @Override
  public Blob content() {
    return content;
  }

  @Override
  public boolean isGzip() {
    return false;
  }

  @Override
  public synchronized boolean delete() {
    boolean there = !deleted;
    deleted = true;
    return there;
  }

  boolean isDeleted() {
    return deleted;
  }
}
