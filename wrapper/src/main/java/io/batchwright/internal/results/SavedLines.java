package io.batchwright.internal.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Lines on their way into a file, which appears whole or not at all: they are written to a private
 * file beside it. Not thread-safe.
 */
final class SavedLines extends PrivateLines {
  private final Path target;
  private boolean published;

  private SavedLines(Path target, Path directory) throws IOException {
    super(directory, "." + target.getFileName() + ".", ".part", StandardOpenOption.WRITE);
    this.target = target;
  }

  /**
   * Makes an empty one.
   *
   * @throws UncheckedIOException if nothing can be written there
   */
  static SavedLines beside(Path file) {
    Path target = file.toAbsolutePath();
    try {
      Path directory = target.getParent();
      if (directory == null) {
        throw new FileSystemException(target.toString(), null, "not a place for a file");
      }
      return new SavedLines(target, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    super.close();
    try {
      if (!published) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
