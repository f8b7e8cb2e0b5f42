package io.batchwright.gemini;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import okio.Buffer;

/** One of the two parts of an answer that an {@link InlineScanner} makes. Not thread-safe. */
final class InlineStream extends InputStream {
  private final InputStream answer;
  private final InlineScanner scanner;
  private final boolean results;
  private final byte[] read = new byte[8192];

  private InlineStream(InputStream answer, InlineScanner scanner, boolean results) {
    this.answer = answer;
    this.scanner = scanner;
    this.results = results;
  }

  /** Gives the results, a line each. */
  static InputStream results(InputStream answer, boolean numbered) {
    return new InlineStream(answer, new InlineScanner(numbered), true);
  }

  /** Gives the answer without its results, of which the scanner then knows. */
  static InputStream rest(InputStream answer, InlineScanner scanner) {
    return new InlineStream(answer, scanner, false);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Buffer wanted = results ? scanner.lines() : scanner.rest();
    Buffer unwanted = results ? scanner.rest() : scanner.lines();
    while (wanted.exhausted()) {
      int count = answer.read(read);
      if (count < 0) {
        if (results && !scanner.ended()) {
          throw new EOFException("The answer ends in the middle of the batch");
        }
        return -1;
      }
      scanner.accept(read, count);
      unwanted.clear();
    }
    return wanted.read(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    answer.close();
  }
}
