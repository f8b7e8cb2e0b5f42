package io.batchwright.internal.results;

import io.batchwright.internal.lines.Tap;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Lines in a new file that only its owner can read, since they hold answers. Not thread-safe. */
class PrivateLines implements Tap, AutoCloseable {
  /** Where files go that nobody names. */
  static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private static final byte[] LINE_END = {'\n'};

  final Path path;
  final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
  private long written;
  private long kept;
  private byte last = '\n';

  PrivateLines(Path directory, String prefix, String suffix, OpenOption... how) throws IOException {
    this.path = Files.createTempFile(directory, prefix, suffix, ownerOnly(directory));
    try {
      this.channel = FileChannel.open(path, how);
    } catch (IOException e) {
      Files.delete(path);
      throw e;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
    boolean posix =
        Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class);
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public final void write(byte[] bytes, int from, int to) {
    for (int done = from; done < to; ) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(buffer.remaining(), to - done);
      buffer.put(bytes, done, part);
      done += part;
    }
    if (to > from) {
      last = bytes[to - 1];
    }
  }

  /** Keeps the line, and ends it if it has no end. */
  @Override
  public void keep() {
    if (last != '\n') {
      write(LINE_END, 0, LINE_END.length);
    }
    keepAll();
  }

  /** Keeps what was written as it is. */
  final void keepAll() {
    kept = written + buffer.position();
  }

  /** Gives the place behind what was kept. */
  final long kept() {
    return kept;
  }

  @Override
  public final void drop() {
    if (kept >= written) {
      buffer.position((int) (kept - written));
    } else {
      buffer.clear();
      truncate();
    }
  }

  final void flush() {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        written += channel.write(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.clear();
  }

  /**
   * Gives bytes that were flushed.
   *
   * @throws UncheckedIOException if they cannot be read, or are not there any more
   */
  final ByteBuffer read(long from, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, from + bytes.position()) < 0) {
          throw new EOFException("A temporary file has become shorter");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.flip();
  }

  private void truncate() {
    try {
      channel.truncate(kept);
      channel.position(kept);
      written = kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
