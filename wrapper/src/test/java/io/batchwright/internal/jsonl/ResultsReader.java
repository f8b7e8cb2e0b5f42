package io.batchwright.internal.jsonl;

import com.google.gson.JsonObject;
import io.batchwright.BatchException;
import io.batchwright.BatchResult;
import io.batchwright.Usage;
import io.batchwright.spi.LineDecoder;
import io.batchwright.spi.ResultFile;
import io.batchwright.testing.VirtualTimer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads results whose lines are {@code {"id":…,"answer":{"text":…,"tokens":…}}} for tests. */
final class ResultsReader {
  static final LineDecoder LINES = ResultsReader::decode;

  final VirtualTimer timer = new VirtualTimer();
  final List<String> resumed = new ArrayList<>();
  private int maxLine = LineFramer.MAX_LINE;

  private static final EnvelopeReader ENVELOPES = EnvelopeReader.of("id", "answer", "error");

  private static final BodyDialect DIALECT =
      new BodyDialect() {
        @Override
        public String text(JsonObject body) {
          return body.has("text") ? body.get("text").getAsString() : "";
        }

        @Override
        public @Nullable Usage usage(JsonObject body) {
          return body.has("tokens") ? new Usage(1, body.get("tokens").getAsLong(), 0, 0) : null;
        }
      };

  ResultsReader maxLine(int bytes) {
    maxLine = bytes;
    return this;
  }

  StreamedResults open(ResultFile... files) {
    return StreamedResults.open(
        List.of(files),
        false,
        new ResultReading("testing", "read results", LINES, timer::sleep, this::resumed, maxLine));
  }

  /** Reads to the end, and gives each result's outcome and line. */
  List<String> read(ResultFile... files) {
    try (StreamedResults results = open(files)) {
      List<String> read = new ArrayList<>();
      results.forEach(result -> read.add(result + " | " + raw(result)));
      return read;
    }
  }

  static String raw(BatchResult result) {
    return new String(bytes(result), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(BatchResult result) {
    if (result instanceof BatchResult.Succeeded answered) {
      return answered.body().bytes();
    }
    if (result instanceof BatchResult.Unreadable bad) {
      return bad.bytes();
    }
    throw new AssertionError("There is no other kind in these tests");
  }

  private static BatchResult decode(byte[] line, long number) {
    Envelope envelope = ENVELOPES.read(line);
    String id = envelope.text("id");
    if (envelope.problem() != null) {
      return new BatchResult.Unreadable(id, number, envelope.problem(), line);
    }
    return id == null
        ? new BatchResult.Unreadable(null, number, "no id", line)
        : new BatchResult.Succeeded(id, new LineBody(line, List.of("answer"), DIALECT, "testing"));
  }

  private void resumed(long line, BatchException error) {
    resumed.add(line + " " + error.getClass().getSimpleName());
  }
}
