package io.batchwright.benchmarks.read;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** OkHttp that discards the body: the limit of everything that is built on it. */
final class DrainReader implements ResultReader {
  private static final long PIECE = 64 * 1024;

  @Override
  public void read(Target target, Tally tally) throws IOException {
    try (Response response = Http.get(target.downloadUrl())) {
      BufferedSource source = Objects.requireNonNull(response.body()).source();
      Buffer buffer = new Buffer();
      for (long count = 0; count >= 0; count = source.read(buffer, PIECE)) {
        tally.bytes(count);
        buffer.clear();
      }
    }
  }
}
