package io.batchwright.internal.results;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.Envelope;
import io.batchwright.internal.lines.EnvelopeReader;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.testing.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads results whose lines are {@code {"id":…,"answer":{"text":…,"tokens":…}}} for tests. */
final class ResultsReader {
  private static final BatchRef BATCH = new BatchRef("testing", "batch", null);

  final VirtualClock timer = new VirtualClock();
  final List<String> resumed = new ArrayList<>();
  private int maxLine = LineReader.MAX_LINE;

  private static final BodyReader DIALECT =
      new BodyReader() {
        @Override
        public String provider() {
          return "testing";
        }

        @Override
        public String text(JsonCursor body) throws JsonFault {
          String text = body.member("text", JsonCursor::text);
          return text == null ? "" : text;
        }

        @Override
        public @Nullable Usage usage(JsonCursor body) throws JsonFault {
          Long tokens = body.member("tokens", JsonCursor::count);
          return tokens == null ? null : new Usage(1, tokens, 0, 0);
        }
      };

  ResultsReader maxLine(int bytes) {
    maxLine = bytes;
    return this;
  }

  ResultStream open(ResultFile... files) {
    return decodedBy(lines(), files);
  }

  ResultStream decodedBy(LineDecoder decoder, ResultFile... files) {
    ResultSource source = new ResultSource(List.of(files), decoder);
    ResumingReader reader = new ResumingReader(BATCH, source, maxLine, timer, this::resumed);
    reader.open(false);
    return new ResultStream(reader);
  }

  /** Reads to the end, and gives each result's outcome and line. */
  List<String> read(ResultFile... files) {
    try (ResultStream results = open(files)) {
      List<String> read = new ArrayList<>();
      results.forEach(result -> read.add(result + " | " + raw(result)));
      return read;
    }
  }

  static String raw(BatchResult result) {
    return new String(bytes(result), StandardCharsets.UTF_8);
  }

  static byte[] bytes(BatchResult result) {
    if (result instanceof BatchResult.Succeeded answered) {
      return answered.body().bytes();
    }
    if (result instanceof BatchResult.Unreadable bad) {
      return bad.bytes();
    }
    throw new AssertionError("There is no other kind in these tests");
  }

  static LineDecoder lines() {
    EnvelopeReader envelopes = EnvelopeReader.of("id", "answer", "error");
    return (line, number) -> decode(envelopes.read(line), line, number);
  }

  private static BatchResult decode(Envelope envelope, byte[] line, long number) {
    String id = envelope.text("id");
    if (envelope.problem() != null) {
      return new BatchResult.Unreadable(id, number, envelope.problem(), line);
    }
    return id == null
        ? new BatchResult.Unreadable(null, number, "no id", line)
        : new BatchResult.Succeeded(id, envelope.body("answer", DIALECT));
  }

  private void resumed(BatchException error, long line) {
    resumed.add(line + " " + error.getClass().getSimpleName());
  }
}
