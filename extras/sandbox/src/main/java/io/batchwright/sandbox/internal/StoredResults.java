package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The results of a batch's requests, fixed when the batch is created. The results and their index
 * are on disk, so that a large batch needs one bit of memory per request. Thread-safe.
 */
public final class StoredResults {
  /** The offset of a result, its length, and the tokens of all results up to it. */
  static final int INDEX_ENTRY = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

  private final Spool spool;
  private final long index;
  private final int size;
  private final BitSet failed;

  StoredResults(Spool spool, long index, int size, BitSet failed) {
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

  /** The tokens that the first results used. */
  Tokens tokensBefore(int end) throws IOException {
    if (end == 0) return Tokens.NONE;
    ByteBuffer totals = place(end - 1).position(Long.BYTES + Integer.BYTES);
    return new Tokens(totals.getLong(), totals.getLong());
  }

  Entry entry(int i) throws IOException {
    ByteBuffer place = place(i);
    ByteBuffer entry = ByteBuffer.wrap(spool.read(place.getLong(), place.getInt()));
    String customId = new String(next(entry), StandardCharsets.UTF_8);
    byte[] echo = next(entry);
    byte[] payload = Arrays.copyOfRange(entry.array(), entry.position(), entry.limit());
    return new Entry(customId, echo, payload);
  }

  private static byte[] next(ByteBuffer entry) {
    byte[] bytes = new byte[entry.getInt()];
    entry.get(bytes);
    return bytes;
  }

  private ByteBuffer place(int i) throws IOException {
    return ByteBuffer.wrap(spool.read(index + (long) i * INDEX_ENTRY, INDEX_ENTRY));
  }
}
