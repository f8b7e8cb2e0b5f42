package io.batchwright.internal.results;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Results in a local file; what goes wrong there is final, and so is not an {@link IOException} to
 * try again on.
 */
record LocalResults(Path path) implements ResultFile {
  @Override
  public ResultBytes open(long offset, @Nullable String validator) {
    try {
      return new ResultBytes(new Final(Files.newInputStream(path)), 0, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Final extends FilterInputStream {
    Final(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      try {
        return in.read(bytes, from, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int read() {
      try {
        return in.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
