package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** The results of a batch while it is created; the batch may still be refused. For one thread. */
public final class Draft {
  private final Spool spool;
  private final long number;
  private final BitSet failed = new BitSet();
  private ByteBuffer index = ByteBuffer.allocate(64 * StoredResults.INDEX_ENTRY);
  private Tokens tokens = Tokens.NONE;
  private int size;

  Draft(Spool spool, long number) {
    this.spool = spool;
    this.number = number;
  }

  /** A number that is unique among the results of all drafts, to derive ids from. */
  public long nextNumber() {
    return number << 20 | size;
  }

  /** Adds the next result, a response in the provider's format. */
  public void succeeded(String customId, byte[] payload, Tokens used) throws IOException {
    succeeded(new Entry(customId, Entry.NOTHING, payload), used);
  }

  /** Adds the next result. */
  public void succeeded(Entry entry, Tokens used) throws IOException {
    tokens = tokens.plus(used);
    add(entry, false);
  }

  /** Adds the next result, an error in the provider's format. */
  public void errored(String customId, byte[] payload) throws IOException {
    errored(new Entry(customId, Entry.NOTHING, payload));
  }

  /** Adds the next result, which is an error. */
  public void errored(Entry entry) throws IOException {
    add(entry, true);
  }

  private void add(Entry response, boolean error) throws IOException {
    byte[] id = response.customId().getBytes(StandardCharsets.UTF_8);
    int length = 2 * Integer.BYTES + id.length + response.echo().length + response.payload().length;
    ByteBuffer entry = ByteBuffer.allocate(length);
    entry.putInt(id.length).put(id).putInt(response.echo().length).put(response.echo());
    entry.put(response.payload());
    if (!index.hasRemaining()) {
      index = ByteBuffer.allocate(index.capacity() * 2).put(index.flip());
    }
    index.putLong(spool.append(entry.array())).putInt(entry.capacity());
    index.putLong(tokens.input()).putLong(tokens.output());
    failed.set(size++, error);
  }

  StoredResults store() throws IOException {
    long start = spool.append(Arrays.copyOf(index.array(), index.position()));
    return new StoredResults(spool, start, size, (BitSet) failed.clone());
  }
}
