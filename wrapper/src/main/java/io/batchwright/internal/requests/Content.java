package io.batchwright.internal.requests;

import io.batchwright.internal.requests.RequestLine.Slice;
import java.util.zip.CRC32C;

/** The ids and bodies of requests, counted and summed up. Not thread-safe. */
final class Content {
  private final CRC32C checksum = new CRC32C();
  private long count;
  private long bytes;

  void add(Slice id, Slice body) {
    count++;
    add(id);
    add(body);
  }

  private void add(Slice part) {
    checksum.update(part.bytes(), part.offset(), part.length());
    bytes += part.length();
  }

  long count() {
    return count;
  }

  long bytes() {
    return bytes;
  }

  boolean exceeds(Content other) {
    return count > other.count || bytes > other.bytes;
  }

  boolean matches(Content other) {
    return count == other.count
        && bytes == other.bytes
        && checksum.getValue() == other.checksum.getValue();
  }
}
