package io.batchwright.internal.results;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.batchwright.internal.lines.LineSink;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * Lines in a new file that only its owner can read. It is deleted when it is closed, unless it was
 * published before.
 *
 * <p>Not thread-safe, but {@link #close} may be called by any thread.
 */
final class PrivateFile implements LineSink, AutoCloseable {
  /** The folder for files whose place does not matter. */
  static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private static final int PART = 64 << 10;

  private final Path path;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(PART);
  private long flushed;
  private long kept;
  private long keptBefore;
  private byte last = '\n';

  /** Only the owner can read what {@code createTempFile} creates. */
  private PrivateFile(Path directory, String prefix, String suffix, OpenOption... options)
      throws IOException {
    this.path = Files.createTempFile(directory, prefix, suffix);
    try {
      this.channel = FileChannel.open(path, options);
    } catch (IOException e) {
      Files.delete(path);
      throw e;
    }
  }

  /** Creates a file that is unlinked at once where the system allows that. */
  static PrivateFile temporary(Path directory) throws IOException {
    return new PrivateFile(directory, "batchwright-", ".spool", READ, WRITE, DELETE_ON_CLOSE);
  }

  /** Creates a file that is to be published as a target, in the same folder. */
  static PrivateFile nextTo(Path target) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null) {
      throw new FileSystemException(
          target.toString(), null, "a root folder cannot be replaced by a file");
    }
    String prefix = "." + target.getFileName() + ".";
    return new PrivateFile(directory, prefix, ".part", WRITE);
  }

  @Override
  public void write(byte[] bytes, int from, int to) {
    for (int done = from; done < to; ) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(buffer.remaining(), to - done);
      buffer.put(bytes, done, part);
      done += part;
      last = bytes[done - 1];
    }
  }

  /** Keeps the line, and ends it if it has no end. */
  @Override
  public void keep() {
    if (last != '\n') {
      write(new byte[] {'\n'}, 0, 1);
    }
    keptBefore = kept;
    kept = flushed + buffer.position();
  }

  @Override
  public void drop() {
    flushed = Math.min(flushed, kept);
    buffer.position((int) (kept - flushed));
  }

  /** Returns where the line begins that was kept last. */
  long lastLine() {
    return keptBefore;
  }

  /** Returns where it ends. */
  long kept() {
    return kept;
  }

  void flush() {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        flushed += channel.write(buffer, flushed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.clear();
  }

  /** Returns bytes that were flushed. */
  byte[] read(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("A temporary file has become shorter");
      }
    }
    return bytes.array();
  }

  /** Copies bytes that were flushed. */
  void copy(long from, long length, LineSink sink) throws IOException {
    for (long done = 0; done < length; done += PART) {
      byte[] part = read(from + done, (int) Math.min(PART, length - done));
      sink.write(part, 0, part.length);
    }
  }

  /** Moves the file to its target, with the lines that were kept. */
  void publish(Path target) throws IOException {
    drop();
    flush();
    channel.truncate(kept);
    channel.force(true);
    channel.close();
    try {
      Files.move(path, target, ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(path, target, REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
