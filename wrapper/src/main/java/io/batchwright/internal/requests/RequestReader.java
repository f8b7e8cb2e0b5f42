package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BodyMapper;
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

  private final @Nullable PathModel pathModel;
  private final @Nullable BodyMapper mapper;
  private final RequestParser parser;
  private final Predicate<RequestLine> selected;
  private final Source source;
  private final Closeable opened;
  private long number;
  private boolean begun;
  private boolean unusable;

  private interface Source {
    @Nullable RequestLine next() throws IOException;
  }

  RequestReader(BatchInput input, RequestFormat format, long maxLine) throws IOException {
    this.pathModel = format.pathModel();
    this.mapper = format.mapper();
    this.parser = new RequestParser(format.lines(), format.rules());
    Predicate<RequestLine> wanted = line -> true;
    BatchInput all = input;
    while (all instanceof BatchInput.Only only) {
      wanted =
          wanted.and(line -> line.customId() != null && only.customIds().contains(line.customId()));
      all = only.input();
    }
    this.selected = wanted;
    if (all instanceof BatchInput.Requests sequence) {
      Iterator<BatchRequest> requests = sequence.requests().iterator();
      this.source = () -> next(requests);
      this.opened = () -> {};
    } else if (all instanceof BatchInput.JsonlFile jsonl) {
      InputStream file = Files.newInputStream(jsonl.file());
      LineReader lines = new LineReader(file, (int) Math.min(maxLine, MAX_LINE));
      this.source = () -> next(lines);
      this.opened = file;
    } else {
      throw new IllegalArgumentException(
          "An uploaded file cannot be validated; validate the input that it was written from");
    }
  }

  /**
   * Returns the next request, or null at the end. The only one of a file that is no JSON Lines at
   * all has the number 0.
   */
  @Nullable RequestLine next() throws IOException {
    RequestLine line = source.next();
    while (line != null && line.number() > 0 && !selected.test(line)) {
      line = source.next();
    }
    return line == null || pathModel == null ? line : line.withModelInPath(pathModel);
  }

  private @Nullable RequestLine next(Iterator<BatchRequest> requests) {
    if (!requests.hasNext()) {
      return null;
    }
    BatchRequest request = requests.next();
    String body;
    try {
      body = request.bodyJson(mapper);
    } catch (IllegalArgumentException e) {
      Finding finding = new Finding(Kind.RULE, String.valueOf(e.getMessage()));
      return RequestLine.bad(++number, request.customId(), finding);
    }
    return parser.ofBody(++number, request.customId(), body);
  }

  /** Blank lines count as lines, and are no requests. */
  private @Nullable RequestLine next(LineReader lines) throws IOException {
    Line line;
    do {
      line = lines.next(LineSink.NONE);
      number++;
    } while (line != null && line.blank());
    if (line == null || unusable) {
      return null;
    }
    String form = begun ? null : FileForm.problem(line);
    begun = true;
    unusable = form != null;
    if (form != null) {
      return RequestLine.bad(0, null, form);
    }
    return line.whole()
        ? parser.ofLine(number, Slice.of(line.bytes()))
        : RequestLine.bad(number, null, "The line exceeds the size limit of a batch");
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
