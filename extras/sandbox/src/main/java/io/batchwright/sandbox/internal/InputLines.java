package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okio.BufferedSource;
import io.batchwright.sandbox.shaded.okio.Okio;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an input file line by line and skips blank lines. */
public final class InputLines implements Closeable {
  private final BufferedSource source;
  private int number;

  public InputLines(Blob file) {
    this.source = Okio.buffer(Okio.source(file.open()));
  }

  /** The next line, or null at the end. */
  public @Nullable Line next() throws IOException {
    while (!source.exhausted()) {
      long end = source.indexOf((byte) '\n');
      byte[] bytes = end < 0 ? source.readByteArray() : source.readByteArray(end);
      if (end >= 0) source.skip(1);
      number++;
      if (!isBlank(bytes)) {
        return new Line(number, Json.object(bytes));
      }
    }
    return null;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') return false;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param json the object on it, or null if it is not an object
   */
  public record Line(int number, @Nullable JsonObject json) {

    /** Omits the content. */
    @Override
    public String toString() {
      return "Line[number=" + number + "]";
    }
  }
}
