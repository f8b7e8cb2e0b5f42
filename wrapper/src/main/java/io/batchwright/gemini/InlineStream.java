package io.batchwright.gemini;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** One of the two parts of an answer that an {@link InlineScanner} tells apart. Not thread-safe. */
final class InlineStream extends InputStream {
  private final InputStream answer;
  private final InlineScanner scanner;
  private final byte[] read = new byte[8192];

  InlineStream(InputStream answer, InlineScanner scanner) {
    this.answer = answer;
    this.scanner = scanner;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (scanner.found().exhausted()) {
      int count = answer.read(read);
      if (count < 0) {
        if (!scanner.mayEndHere()) {
          throw new EOFException("The answer ends in the middle of the batch");
        }
        return -1;
      }
      scanner.accept(read, count);
    }
    return scanner.found().read(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    answer.close();
  }
}
