package io.batchwright.internal.http;

import io.batchwright.internal.requests.SizedBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body from memory, of a call that is sent like a create.
 *
 * @param bytes holds the body
 * @param from where it begins
 * @param to where it ends
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record FixedBytes(byte[] bytes, int from, int to) implements SizedBody {
  /** The body of a call without one. */
  static final FixedBytes NONE = new FixedBytes(new byte[0], 0, 0);

  /** Returns JSON as a body. */
  public static FixedBytes of(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new FixedBytes(bytes, 0, bytes.length);
  }

  @Override
  public long byteCount() {
    return (long) to - from;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, from, to - from);
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "FixedBytes[" + byteCount() + "]";
  }
}
