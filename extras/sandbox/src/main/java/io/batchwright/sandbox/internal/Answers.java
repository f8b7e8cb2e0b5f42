package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What a batch's requests are answered, settled when the batch is created. The answers and the
 * index of where they are lie on disk, so that a large batch costs a bit per request here.
 * Thread-safe.
 */
final class Answers {
  /** Where an answer begins, and its length. */
  static final int INDEX_ENTRY = Long.BYTES + Integer.BYTES;

  private final Spool spool;
  private final long index;
  private final int size;
  private final BitSet failed;

  Answers(Spool spool, long index, int size, BitSet failed) {
    this.spool = spool;
    this.index = index;
    this.size = size;
    this.failed = failed;
  }

  int size() {
    return size;
  }

  boolean failed(int i) {
    return failed.get(i);
  }

  /** The number of errors among the first requests. */
  int failedBefore(int end) {
    return failed.get(0, end).cardinality();
  }

  Entry entry(int i) throws IOException {
    ByteBuffer place = ByteBuffer.wrap(spool.read(index + (long) i * INDEX_ENTRY, INDEX_ENTRY));
    byte[] entry = spool.read(place.getLong(), place.getInt());
    int split = 0;
    while (entry[split] != 0) split++;
    return new Entry(
        new String(entry, 0, split, StandardCharsets.UTF_8),
        Arrays.copyOfRange(entry, split + 1, entry.length));
  }

  /** One stored answer. */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(String customId, byte[] payload) {}
}
