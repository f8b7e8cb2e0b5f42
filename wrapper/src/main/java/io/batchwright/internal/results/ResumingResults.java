package io.batchwright.internal.results;

import io.batchwright.BatchException;
import io.batchwright.BatchResult;
import io.batchwright.ErrorKind;
import io.batchwright.TransportException;
import io.batchwright.internal.lines.Checksum64;
import io.batchwright.internal.lines.IdLines;
import io.batchwright.internal.lines.Line;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.Tap;
import io.batchwright.internal.wait.Retry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * The results in one file, whose connection is taken up again when it drops: no line comes twice
 * and none is lost.
 *
 * <p>It goes on in the middle if the provider can, else it reads anew from the start. If the bytes
 * up to the last line are then the same, what follows is new; if they differ, every line is passed
 * over whose id was already delivered, as often as it was. Not thread-safe, but {@link #close} may
 * come from anywhere.
 */
final class ResumingResults implements AutoCloseable {
  private final ResultFile file;
  private final ResultReading how;
  private final Retry retry;
  private final LineKeys delivered = new LineKeys(PrivateLines.TEMPORARY);

  /** What was delivered, and did not come yet in the answer that is being read. */
  private KeyBag repeated = KeyBag.empty();

  private LineReader lines;
  private volatile @Nullable ResultBytes answer;
  private @Nullable String validator;
  private @Nullable BatchException broke;
  private long number;
  private boolean begun;
  private boolean found; // the file was there once
  private volatile boolean closed;

  /** Makes a reader that opens nothing yet; its lines are counted on from those before. */
  ResumingResults(ResultFile file, long linesBefore, ResultReading how) {
    this.file = file;
    this.how = how;
    this.number = linesBefore;
    this.retry = Retry.ofTransfer(how.sleeper());
    this.lines = new LineReader(InputStream.nullInputStream(), how.maxLine());
  }

  /** Counts the lines given so far and those before this file, blank ones too. */
  long number() {
    return number;
  }

  /** Says whether any result came of this file. */
  boolean begun() {
    return begun;
  }

  /** Opens the file, without a second try. */
  void open() {
    try {
      connect();
    } catch (IOException e) {
      throw transport(e);
    }
  }

  /**
   * Gives the next result, or null at the end.
   *
   * @throws TransportException if the stream broke off and could not be taken up again
   * @throws BatchException if the provider refuses to open the file again
   */
  @Nullable BatchResult next(Tap tap) {
    while (true) {
      try {
        BatchResult result = read(tap);
        retry.reset();
        return result;
      } catch (IOException e) {
        recover(transport(e), tap);
      } catch (BatchException e) {
        recover(e, tap);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    disconnect();
    delivered.close();
  }

  private @Nullable BatchResult read(Tap tap) throws IOException {
    if (answer == null) {
      connect();
      requireOpen();
    }
    if (broke != null) {
      how.resumption().resumed(number, broke);
      broke = null;
    }
    for (Line line = lines.next(tap); line != null; line = lines.next(tap)) {
      if (line.blank()) {
        number++;
        tap.keep();
        continue;
      }
      BatchResult result = decode(line);
      long key = key(result, line);
      if (repeated.take(key)) {
        tap.drop();
        continue;
      }
      if (!line.terminated()) {
        requireAllRepeated();
      }
      number++;
      begun = true;
      delivered.add(key);
      tap.keep();
      return result;
    }
    requireAllRepeated();
    return null;
  }

  /** The end of an answer that lacks what came before cannot be the end of the file. */
  private void requireAllRepeated() throws EOFException {
    if (!repeated.isEmpty()) {
      throw new EOFException("The file ended before the lines that it gave earlier");
    }
  }

  private BatchResult decode(Line line) {
    long place = number + 1;
    if (!line.whole()) {
      String problem = "the line is longer than " + how.maxLine() + " bytes";
      return new BatchResult.Unreadable(null, place, problem, line.bytes());
    }
    BatchResult result = how.decoder().decode(line.bytes(), place);
    if (!line.terminated() && result instanceof BatchResult.Unreadable bad) {
      String problem = "the stream ends in it, so it may be cut off: " + bad.problem();
      return new BatchResult.Unreadable(bad.customId(), place, problem, bad.bytes());
    }
    return result;
  }

  private static long key(BatchResult result, Line line) {
    String id = result.customId();
    if (id != null) {
      return IdLines.hash(id);
    }
    return line.whole() ? Checksum64.of(line.bytes()) : line.sum();
  }

  private void connect() throws IOException {
    ResultBytes opened = file.open(lines.consumed(), validator);
    answer = opened;
    found = true;
    if (opened.offset() == lines.consumed()) {
      lines = lines.continuedOn(opened.stream());
      validator = opened.offset() == 0 ? opened.validator() : validator;
    } else if (opened.offset() == 0) {
      reread(opened);
    } else {
      throw new ProtocolException("The answer begins at another place than was asked for");
    }
  }

  private void reread(ResultBytes opened) throws IOException {
    LineReader again = new LineReader(opened.stream(), how.maxLine());
    Line line;
    do {
      line = again.next(Tap.NONE);
    } while (line != null && again.consumed() < lines.consumed());
    if (again.consumed() == lines.consumed() && again.sum() == lines.sum()) {
      lines = again;
      validator = opened.validator();
      return;
    }
    // Not the same bytes, and perhaps already read too far to find what is new in them: from the
    // start once more.
    disconnect();
    repeated = delivered.bag();
    lines = new LineReader(InputStream.nullInputStream(), how.maxLine());
    validator = null;
    connect();
  }

  private void recover(BatchException error, Tap tap) {
    tap.drop();
    disconnect();
    requireOpen();
    if (!mayPass(error) || Thread.currentThread().isInterrupted() || retry.exhausted()) {
      throw error;
    }
    broke = error;
    try {
      retry.pause(error);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      IOException interrupted = new InterruptedIOException("interrupted before the next try");
      interrupted.initCause(e);
      throw transport(interrupted);
    }
  }

  /**
   * Once a file was there, "not found" is taken for a passing error, as providers respond with it
   * now and then in between; and so is what a proxy in between responds.
   */
  private boolean mayPass(BatchException error) {
    ErrorKind kind = error.kind();
    return error.retryable()
        || (found && (kind == ErrorKind.NOT_FOUND || kind == ErrorKind.MALFORMED));
  }

  /** Closing does not reach a connection that another thread is just making. */
  private void requireOpen() {
    if (closed) {
      disconnect();
      throw new IllegalStateException("The results were closed while they were being read");
    }
  }

  private TransportException transport(IOException cause) {
    return new TransportException(how.provider(), how.call(), cause);
  }

  private void disconnect() {
    ResultBytes open = answer;
    answer = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // Nothing more is wanted of this answer, and how it ends says nothing about the next.
        System.getLogger(ResumingResults.class.getName())
            .log(System.Logger.Level.DEBUG, "Closing a results stream failed", e);
      }
    }
  }
}
