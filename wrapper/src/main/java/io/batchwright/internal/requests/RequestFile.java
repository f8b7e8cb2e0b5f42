package io.batchwright.internal.requests;

import io.batchwright.internal.lines.Checksum64;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of nothing but lines as the provider takes them, which was looked through once and is sent
 * as it is.
 *
 * @param path the file
 * @param size how many bytes it has
 * @param checksum over these bytes
 * @param ended whether a line feed ends its last line
 */
record RequestFile(Path path, long size, long checksum, boolean ended) {
  private static final int PART = 64 << 10;

  long byteCount() {
    return ended ? size : size + 1;
  }

  /**
   * Writes the file, and a line feed if it has none at its end.
   *
   * @throws InputChangedException if it is not what it was; its last bytes are then withheld
   */
  void writeTo(OutputStream out) throws IOException {
    byte[] part = new byte[PART];
    Checksum64 sum = new Checksum64();
    long left = size;
    try (InputStream in = Files.newInputStream(path)) {
      while (left > 0) {
        int read = in.read(part, 0, (int) Math.min(left, PART));
        if (read < 0) {
          throw new InputChangedException();
        }
        sum.update(part, 0, read);
        left -= read;
        if (left == 0 && (in.read() >= 0 || sum.value() != checksum)) {
          throw new InputChangedException();
        }
        out.write(part, 0, read);
      }
    }
    if (!ended) {
      out.write('\n');
    }
  }
}
