package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.internal.lines.Line;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.LineSink;
import io.batchwright.internal.requests.Finding.Kind;
import io.batchwright.internal.requests.RequestFormat.PathModel;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the requests of an input once, from the first to the last. Not thread-safe. */
final class RequestReader implements Closeable {
  /** An array can hardly be longer. */
  private static final long MAX_LINE = 1 << 30;

  private final RequestFormat format;
  private final RequestParser parser;
  private Predicate<RequestLine> selected = line -> true;
  private Source source;
  private Closeable opened = () -> {};
  private long number;

  private interface Source {
    @Nullable RequestLine next() throws IOException;
  }

  /** Creates a reader, which opens the input when it reads the first request. */
  RequestReader(BatchInput input, RequestFormat format, long maxLine) {
    this.format = format;
    this.parser = new RequestParser(format.lines(), format.rules());
    BatchInput all = input;
    while (all instanceof BatchInput.Only only) {
      selected =
          selected.and(
              line -> line.customId() != null && only.customIds().contains(line.customId()));
      all = only.input();
    }
    BatchInput whole = all;
    this.source = () -> first(whole, (int) Math.min(maxLine, MAX_LINE));
  }

  /**
   * Returns the next request, or null at the end. The only one of a file that is no JSON Lines at
   * all has the number 0.
   */
  @Nullable RequestLine next() throws IOException {
    RequestLine line;
    do {
      line = source.next();
    } while (line != null && line.number() > 0 && !selected.test(line));
    PathModel path = format.pathModel();
    return line == null || path == null ? line : line.withModelInPath(path.bare());
  }

  private @Nullable RequestLine first(BatchInput input, int maxLine) throws IOException {
    if (input instanceof BatchInput.Requests sequence) {
      Iterator<BatchRequest> requests = sequence.requests().iterator();
      source = () -> requests.hasNext() ? parse(requests.next()) : null;
      return source.next();
    }
    if (!(input instanceof BatchInput.JsonlFile jsonl)) {
      throw new IllegalArgumentException(
          "An uploaded file cannot be validated; validate the input that it was written from");
    }
    InputStream file = Files.newInputStream(jsonl.file());
    opened = file;
    LineReader lines = new LineReader(file, maxLine);
    Line line = next(lines);
    String form = line == null ? null : FileForm.problem(line);
    source = form == null ? () -> parse(next(lines)) : () -> null;
    return form == null ? parse(line) : RequestLine.bad(0, null, form);
  }

  private RequestLine parse(BatchRequest request) {
    number++;
    String body;
    try {
      body = request.bodyJson(format.mapper());
    } catch (IllegalArgumentException e) {
      Finding finding = new Finding(Kind.RULE, String.valueOf(e.getMessage()));
      return RequestLine.bad(number, request.customId(), finding);
    }
    return parser.ofBody(number, request.customId(), body);
  }

  /** Blank lines count as lines, and are no requests. */
  private @Nullable Line next(LineReader lines) throws IOException {
    Line line;
    do {
      line = lines.next(LineSink.NONE);
      number++;
    } while (line != null && line.blank());
    return line;
  }

  private @Nullable RequestLine parse(@Nullable Line line) {
    if (line == null || line.whole()) {
      return line == null ? null : parser.ofLine(number, Slice.of(line.bytes()));
    }
    return RequestLine.bad(number, null, "The line exceeds the size limit of a batch");
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
