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
  private Tokens tokens = Tokens.NONE;
  private int size;

  Draft(Spool spool, long number) {
    this.spool = spool;
    this.number = number;
  }

  /** A number that no other answer of any draft has, to make ids from. */
  public long nextNumber() {
    return number << 20 | size;
  }

  /** Adds the answer of the next request in the provider's form. */
  public void succeeded(String customId, byte[] payload, Tokens used) throws IOException {
    tokens = tokens.plus(used);
    add(customId, false, payload);
  }

  /** Adds the error of the next request in the provider's form. */
  public void errored(String customId, byte[] payload) throws IOException {
    add(customId, true, payload);
  }

  private void add(String customId, boolean error, byte[] payload) throws IOException {
    byte[] id = customId.getBytes(StandardCharsets.UTF_8);
    ByteBuffer entry = ByteBuffer.allocate(Integer.BYTES + id.length + payload.length);
    entry.putInt(id.length).put(id).put(payload);
    if (!index.hasRemaining()) {
      index = ByteBuffer.allocate(index.capacity() * 2).put(index.flip());
    }
    index.putLong(spool.append(entry.array())).putInt(entry.capacity());
    index.putLong(tokens.input()).putLong(tokens.output());
    failed.set(size++, error);
  }

  Answers store() throws IOException {
    long start = spool.append(Arrays.copyOf(index.array(), index.position()));
    return new Answers(spool, start, size, (BitSet) failed.clone());
  }
}
