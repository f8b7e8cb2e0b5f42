package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.BlobWriter;
import io.batchwright.sandbox.internal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An upload in progress. Received bytes are kept, even if the step that sent them was interrupted.
 * Thread-safe.
 */
final class Upload {
  private static final int BLOCK = 1 << 16;

  private final FileNote note;
  private final long size;
  private final BlobWriter content;
  private final MessageDigest digest;
  private boolean ended;

  /**
   * Starts the upload.
   *
   * @param size the final length of the file
   */
  Upload(FileNote note, long size, BlobWriter content) {
    this.note = note;
    this.size = size;
    this.content = content;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  FileNote note() {
    return note;
  }

  long size() {
    return size;
  }

  /** The number of bytes received so far. */
  synchronized long received() {
    return content.length();
  }

  synchronized boolean isEnded() {
    return ended;
  }

  /** Appends the stream from this offset on. */
  void take(long offset, InputStream body) throws IOException {
    byte[] block = new byte[BLOCK];
    long position = offset;
    for (int count = body.read(block); count >= 0; count = body.read(block)) {
      append(position, block, count);
      position += count;
    }
  }

  private synchronized void append(long position, byte[] bytes, int count) throws IOException {
    if (ended || position != content.length()) throw wrongOffset(position, content.length());
    content.write(bytes, 0, count);
    digest.update(bytes, 0, count);
  }

  static Refusal wrongOffset(long offset, long received) {
    return Refusal.invalid("The offset is " + offset + ", but " + received + " bytes came.");
  }

  /** Completes the file, which must have been received in full. */
  synchronized StoredFile end(FileStore files) throws IOException {
    if (ended) throw over();
    if (received() != size) {
      throw Refusal.invalid(received() + " bytes came, but " + size + " were announced.");
    }
    ended = true;
    Blob blob = content.finish();
    return files.add(note, HexFormat.of().formatHex(digest.digest()), blob);
  }

  static Refusal over() {
    return Refusal.invalid("The upload has already been finalized.");
  }
}
