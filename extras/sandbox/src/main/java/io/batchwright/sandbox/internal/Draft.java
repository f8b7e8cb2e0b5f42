package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** The answers of a batch in the making, which may yet be refused. For one thread. */
public final class Draft {
  private final Spool spool;
  private final long number;
  private final BitSet failed = new BitSet();
  private ByteBuffer index = ByteBuffer.allocate(64 * Answers.INDEX_ENTRY);
  private int size;

  Draft(Spool spool, long number) {
    this.spool = spool;
    this.number = number;
  }

  /** A number that no other draft has, to make ids from. */
  public long number() {
    return number;
  }

  /** How many answers were added. */
  public int size() {
    return size;
  }

  /**
   * Adds the answer of the next request.
   *
   * @param failed whether it is an error
   * @param payload the answer in the provider's form
   */
  public void add(String customId, boolean failed, byte[] payload) throws IOException {
    byte[] id = customId.getBytes(StandardCharsets.UTF_8);
    byte[] entry = Arrays.copyOf(id, id.length + 1 + payload.length);
    System.arraycopy(payload, 0, entry, id.length + 1, payload.length);
    if (!index.hasRemaining()) {
      index = ByteBuffer.allocate(index.capacity() * 2).put(index.flip());
    }
    index.putLong(spool.append(entry)).putInt(entry.length);
    this.failed.set(size++, failed);
  }

  Answers store() throws IOException {
    long start = spool.append(Arrays.copyOf(index.array(), index.position()));
    return new Answers(spool, start, size, (BitSet) failed.clone());
  }
}
