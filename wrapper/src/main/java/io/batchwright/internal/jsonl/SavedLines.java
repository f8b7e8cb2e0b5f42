package io.batchwright.internal.jsonl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Lines on their way into a file, which appears whole or not at all.
 *
 * <p>They are written to a file beside it that only its owner can read, since they hold answers.
 * Not thread-safe.
 */
final class SavedLines implements Tap, AutoCloseable {
  private static final byte[] LINE_END = {'\n'};

  private final Path target;
  private final Path draft;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
  private long written;
  private long kept;
  private byte last = '\n';
  private boolean published;

  private SavedLines(Path target, Path draft) throws IOException {
    this.target = target;
    this.draft = draft;
    this.channel = FileChannel.open(draft, StandardOpenOption.WRITE);
  }

  /**
   * Makes an empty one.
   *
   * @throws UncheckedIOException if nothing can be written there
   */
  static SavedLines beside(Path file) {
    Path target = file.toAbsolutePath();
    try {
      return new SavedLines(target, draftOf(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path draftOf(Path target) throws IOException {
    Path directory = target.getParent();
    if (directory == null) {
      throw new FileSystemException(target.toString(), null, "not a place for a file");
    }
    return Files.createTempFile(
        directory, "." + target.getFileName() + ".", ".part", ownerOnly(directory));
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
  public void write(byte[] bytes, int from, int to) {
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
    kept = written + buffer.position();
  }

  @Override
  public void drop() {
    if (kept >= written) {
      buffer.position((int) (kept - written));
    } else {
      buffer.clear();
      truncate();
    }
  }

  /**
   * Puts the file in its place, with the lines that were kept.
   *
   * @throws UncheckedIOException if that fails; nothing is there then but what was before
   */
  void publish() {
    drop();
    flush();
    try {
      channel.force(true);
      channel.close();
      move();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    published = true;
  }

  /** Removes what was written, unless it was published. */
  @Override
  public void close() {
    try {
      channel.close();
      if (!published) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void flush() {
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

  private void truncate() {
    try {
      channel.truncate(kept);
      channel.position(kept);
      written = kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
