package io.batchwright.internal.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which lines were delivered, eight bytes each, of which 32 KB at most is in memory and
 * the rest in a private temporary file. Not thread-safe, but {@link #close} may come from anywhere.
 *
 * <p>A line's key is a hash of its custom id, or of its bytes if it has none. Two ids of one batch
 * with the same hash could only do harm if a connection drops and the provider then gives the lines
 * in another order: one of the two might come twice and the other not at all. Among a million ids
 * that is a chance of about one in thirty million.
 */
final class LineKeys implements AutoCloseable {
  /**
   * How many are written to the file at once: so few that the compiler has seen it done. With
   * 32,768 it took that for impossible, and threw the compiled reading away in the middle of it.
   */
  static final int HELD = 1 << 12;

  private static final System.Logger LOG = System.getLogger(LineKeys.class.getName());

  private final Path directory;
  private final Longs held = new Longs();
  private @Nullable PrivateLines file;
  private long inFile;
  private boolean noFile;
  private boolean closed;

  /**
   * Begins with none.
   *
   * @param directory where the file may be made; if it cannot, memory takes all
   */
  LineKeys(Path directory) {
    this.directory = directory;
  }

  void add(long key) {
    held.add(key);
    if (held.size() >= HELD && !noFile) {
      spill();
    }
  }

  /** Closing may come from anywhere, and no file must be made behind it. */
  private synchronized void spill() {
    if (closed) {
      noFile = true;
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(held.size() * Long.BYTES);
    bytes.asLongBuffer().put(held.toArray());
    try {
      if (file == null) {
        file =
            new PrivateLines(
                directory,
                "batchwright-",
                ".keys",
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      }
      file.write(bytes.array(), 0, bytes.capacity());
      file.flush();
      inFile += held.size();
      held.clear();
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.DEBUG, "What was delivered is remembered in memory", e);
      noFile = true;
    }
  }

  /**
   * Gives all keys, each as often as it was added.
   *
   * @throws IOException if there is no room to put them in order
   * @throws UncheckedIOException if the file cannot be read, or has become shorter
   */
  KeyBag bag() throws IOException {
    KeyBag bag = KeyBag.of(inFile + held.size(), directory);
    PrivateLines spilled = file;
    for (long done = 0; spilled != null && done < inFile; done += HELD) {
      LongBuffer keys = spilled.read(done * Long.BYTES, HELD * Long.BYTES).asLongBuffer();
      while (keys.hasRemaining()) {
        bag.add(keys.get());
      }
    }
    for (int i = 0; i < held.size(); i++) {
      bag.add(held.get(i));
    }
    return bag;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (file != null) {
      file.close();
    }
  }
}
