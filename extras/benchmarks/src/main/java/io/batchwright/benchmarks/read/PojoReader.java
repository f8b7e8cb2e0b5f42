package io.batchwright.benchmarks.read;

import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.read.pojo.AnthropicLine;
import io.batchwright.benchmarks.read.pojo.DialectLine;
import io.batchwright.benchmarks.read.pojo.GeminiLine;
import io.batchwright.benchmarks.read.pojo.ResultLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import okhttp3.Response;

/**
 * Plain classes with every member, decoded from the bytes of a line: a ceiling of typed decoding.
 */
final class PojoReader implements ResultReader {
  private final Decoder decoder;

  PojoReader(Decoder decoder) {
    this.decoder = decoder;
  }

  /** A JSON library. */
  interface Decoder {
    <T> T decode(byte[] bytes, int offset, int length, Class<T> type) throws IOException;
  }

  @Override
  public void read(Target target, Tally tally) throws IOException {
    tally.readsTexts();
    Class<? extends ResultLine> type = type(target.dialect());
    try (Response response = Http.get(target.downloadUrl());
        InputStream in = Objects.requireNonNull(response.body()).byteStream()) {
      new ByteLines()
          .read(
              in,
              (bytes, offset, length) -> {
                ResultLine line = decoder.decode(bytes, offset, length, type);
                if (line.succeeded()) {
                  tally.text(line.text());
                }
                tally.result(line.id(), line.succeeded());
              });
    }
  }

  private static Class<? extends ResultLine> type(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> AnthropicLine.class;
      case OPENAI, ZHIPU -> DialectLine.class;
      case GEMINI -> GeminiLine.class;
    };
  }
}
