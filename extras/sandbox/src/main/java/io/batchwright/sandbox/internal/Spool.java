package io.batchwright.sandbox.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one temporary file. It only grows, so that reading needs no lock. It is deleted with the
 * sandbox: on most systems it is unlinked once open, so that even a crash leaves nothing.
 */
public final class Spool implements Closeable {
  private final FileChannel file;
  private long end;

  private Spool(FileChannel file) {
    this.file = file;
  }

  static Spool open() throws IOException {
    Path path = Files.createTempFile("batchwright-sandbox", ".spool");
    return new Spool(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Appends bytes and returns their offset. */
  synchronized long append(byte[] bytes) throws IOException {
    long start = end;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) end += file.write(buffer, end);
    return start;
  }

  /** Appends a stream. */
  public Blob store(InputStream in) throws IOException {
    BlobWriter blob = writer();
    byte[] buffer = new byte[Blob.BLOCK];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      blob.write(buffer, 0, count);
    }
    return blob.finish();
  }

  /** Starts a blob of unknown length. */
  public BlobWriter writer() {
    return new BlobWriter(this);
  }

  byte[] read(long start, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, start + buffer.position()) < 0) throw new EOFException("Spool cut");
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
