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
    succeeded(new Entry(customId, Entry.NOTHING, payload), used);
  }

  /** Adds the next answer. */
  public void succeeded(Entry entry, Tokens used) throws IOException {
    tokens = tokens.plus(used);
    add(entry, false);
  }

  /** Adds the error of the next request in the provider's form. */
  public void errored(String customId, byte[] payload) throws IOException {
    errored(new Entry(customId, Entry.NOTHING, payload));
  }

  /** Adds the next answer, which is an error. */
  public void errored(Entry entry) throws IOException {
    add(entry, true);
  }

  private void add(Entry answer, boolean error) throws IOException {
    byte[] id = answer.customId().getBytes(StandardCharsets.UTF_8);
    int length = 2 * Integer.BYTES + id.length + answer.echo().length + answer.payload().length;
    ByteBuffer entry = ByteBuffer.allocate(length);
    entry.putInt(id.length).put(id).putInt(answer.echo().length).put(answer.echo());
    entry.put(answer.payload());
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
