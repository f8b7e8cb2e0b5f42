package io.batchwright.internal.results;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keys to take out again, each as often as it is in: a table in which a key is at its own place, or
 * as soon behind it as there was room. Not thread-safe.
 */
final class KeyBag {
  /** A larger table is a file that is mapped, which takes no room in the heap. */
  private static final int MOST_IN_HEAP = 1 << 19;

  private static final int LARGEST = Integer.MAX_VALUE / Long.BYTES;

  private static final long FREE = 0;
  private static final long TAKEN = 1;

  private final LongBuffer table;
  private int left;

  private KeyBag(LongBuffer table) {
    this.table = table;
  }

  /** Makes one with nothing in it. */
  static KeyBag empty() {
    return new KeyBag(LongBuffer.allocate(1));
  }

  /**
   * Makes one for so many keys.
   *
   * @param directory where a file may be made
   * @throws IOException if there are too many, or no file can be made
   */
  static KeyBag of(long count, Path directory) throws IOException {
    long size = 2 * count + 1;
    if (size <= MOST_IN_HEAP) {
      return new KeyBag(LongBuffer.allocate((int) size));
    }
    if (size > LARGEST) {
      throw new IOException("Too many lines were delivered to tell them from new ones");
    }
    try (PrivateLines file =
        new PrivateLines(
            directory,
            "batchwright-",
            ".keys",
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      return new KeyBag(
          file.channel.map(FileChannel.MapMode.READ_WRITE, 0, size * Long.BYTES).asLongBuffer());
    }
  }

  boolean isEmpty() {
    return left == 0;
  }

  void add(long key) {
    int place = place(key);
    while (table.get(place) != FREE) {
      place = next(place);
    }
    table.put(place, marked(key));
    left++;
  }

  /** Takes a key out once, if it is in. */
  boolean take(long key) {
    if (left == 0) {
      return false;
    }
    int place = place(key);
    while (table.get(place) != FREE) {
      if (table.get(place) == marked(key)) {
        table.put(place, TAKEN);
        left--;
        return true;
      }
      place = next(place);
    }
    return false;
  }

  /** The two that mean something else stand for others beside them. */
  private static long marked(long key) {
    return key == FREE || key == TAKEN ? key + 2 : key;
  }

  private int place(long key) {
    return (int) (((key >>> Integer.SIZE) * table.capacity()) >>> Integer.SIZE);
  }

  private int next(int place) {
    return place + 1 == table.capacity() ? 0 : place + 1;
  }
}
