package io.batchwright.internal.results;

import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.Finish;
import io.batchwright.ResultsOptions;
import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.Envelope;
import io.batchwright.internal.lines.EnvelopeReader;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.lines.ResultLine;
import io.batchwright.testing.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads results whose lines are {@code {"id":…,"answer":{"text":…,"tokens":…}}} for tests. */
final class ResultsReader {
  private static final BatchRef BATCH = new BatchRef("testing", "batch", null);

  final VirtualClock timer = new VirtualClock();
  final List<String> resumed = new ArrayList<>();
  private ResultsOptions options = ResultsOptions.defaults();

  private static final BodyReader DIALECT =
      new BodyReader() {
        @Override
        public String provider() {
          return "testing";
        }

        @Override
        public Set<String> contents() {
          return Set.of("text");
        }

        @Override
        public String text(JsonCursor body) throws JsonFault {
          String text = body.member("text", JsonCursor::text);
          return text == null ? "" : text;
        }

        @Override
        public Finish finish(JsonCursor body) {
          return new Finish(Finish.Reason.COMPLETE, null);
        }

        @Override
        public @Nullable Usage usage(JsonCursor body) throws JsonFault {
          Long tokens = body.member("tokens", JsonCursor::count);
          return tokens == null ? null : Usage.builder().input(1).output(tokens).build();
        }
      };

  ResultsReader maxLine(int bytes) {
    options = options.withMaxLineBytes(bytes);
    return this;
  }

  ResultStream open(ResultFile... files) {
    return decodedBy(lines(), files);
  }

  ResultStream decodedBy(LineDecoder decoder, ResultFile... files) {
    return new ResultStream(reader(decoder, files), null);
  }

  /** Opens results in the order of some ids. */
  ResultStream inOrderOf(Collection<String> ids, ResultFile... files) {
    return ordered(ResultsOptions.defaults().withOrderOf(ids), files);
  }

  ResultStream inNumericOrder(ResultFile... files) {
    return ordered(ResultsOptions.defaults().withNumericOrder(), files);
  }

  private ResultStream ordered(ResultsOptions order, ResultFile... files) {
    ToLongFunction<String> keys = Objects.requireNonNull(SortedResults.order(order));
    return sorted(keys, PrivateFile.TEMPORARY, lines(), files);
  }

  ResultStream sorted(
      ToLongFunction<String> order, Path directory, LineDecoder decoder, ResultFile... files) {
    return new ResultStream(new SortedResults(reader(decoder, files), order, directory), null);
  }

  private ResumingReader reader(LineDecoder decoder, ResultFile... files) {
    ResultSource source = new ResultSource(List.of(files), idMember -> decoder);
    ResumingReader reader = new ResumingReader(BATCH, source, options, timer, this::resumed);
    reader.open(false);
    return reader;
  }

  /** Reads to the end, and returns each result's outcome and line. */
  List<String> read(ResultFile... files) {
    try (ResultStream results = open(files)) {
      List<String> read = new ArrayList<>();
      results.forEach(result -> read.add(result + " | " + raw(result)));
      return read;
    }
  }

  static String raw(BatchResult result) {
    return new String(result.bytes(), StandardCharsets.UTF_8);
  }

  static LineDecoder lines() {
    EnvelopeReader envelopes = EnvelopeReader.of(null, List.of(), "id", "answer", "error");
    return (line, number) -> decode(envelopes.read(line), line, number);
  }

  private static BatchResult decode(Envelope envelope, byte[] bytes, long number) {
    ResultLine line = new ResultLine(bytes, number, envelope.text("id"), null);
    if (envelope.problem() != null) {
      return line.unreadable(envelope.problem());
    }
    return line.id() == null
        ? line.unreadable("no id")
        : envelope.succeeded(line, "answer", DIALECT);
  }

  private void resumed(BatchException error, long line) {
    resumed.add(line + " " + error.getClass().getSimpleName());
  }
}
