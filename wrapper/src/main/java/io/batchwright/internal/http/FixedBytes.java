package io.batchwright.internal.http;

import io.batchwright.spi.RequestSource;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body from memory, of a call that is sent like a create.
 *
 * @param bytes the body
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record FixedBytes(byte[] bytes) implements RequestSource {
  /** The body of a call without one. */
  static final FixedBytes NONE = new FixedBytes(new byte[0]);

  @Override
  public long count() {
    return 0;
  }

  @Override
  public long byteCount() {
    return bytes.length;
  }

  @Override
  public @Nullable String model() {
    return null;
  }

  @Override
  public @Nullable String uploadedFileId() {
    return null;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "FixedBytes[" + bytes.length + "]";
  }
}
