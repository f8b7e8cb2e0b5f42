package io.batchwright.internal.results;

import io.batchwright.BatchException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.ErrorKind;
import io.batchwright.ResultsOptions;
import io.batchwright.TransportException;
import io.batchwright.internal.lines.IdTable;
import io.batchwright.internal.lines.Line;
import io.batchwright.internal.lines.LineReader;
import io.batchwright.internal.lines.LineSink;
import io.batchwright.internal.lines.ResultLine;
import io.batchwright.internal.wait.Clock;
import io.batchwright.internal.wait.Retry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a batch's results one after the other, and resumes when a connection drops: no
 * line is delivered twice and none is lost.
 *
 * <p>It continues in the middle of a file if the provider can. Else it reads again from the start:
 * if the lines that it had are the same, what follows is new; if they differ, each line is skipped
 * whose id was delivered, as often as it was. A file that stays missing is a result that says so,
 * unless it is the first that was opened.
 */
final class ResumingReader extends ResultReader {
  private final BatchRef ref;
  private final Iterator<ResultFile> files;
  private final Retry transfer;
  private final Retry opening;
  private final ObjLongConsumer<BatchException> resumed;
  private final CRC32C crc = new CRC32C();
  private long number; // of the last line
  private int missingFiles; // whose results were not returned yet
  private @Nullable BatchException broke; // until it is resumed
  private volatile @Nullable ResultBytes response;
  private volatile boolean closed;

  // Of the file that is being read, which is null at the end:
  private @Nullable ResultFile file;
  private LineReader lines = new LineReader(InputStream.nullInputStream(), maxLine);
  private long checksum; // of the lines before
  private Delivered delivered;
  private @Nullable String validator;
  private boolean found; // at least once
  private boolean mustExist; // the first that was opened, and any that delivered a result

  /**
   * Creates a reader that opens nothing yet.
   *
   * @param ref the batch, for messages
   * @param source the files, and how to decode their lines
   * @param options how to read them
   * @param clock blocks the thread between attempts
   * @param resumed receives each resumption: why, and after how many lines
   */
  ResumingReader(
      BatchRef ref,
      ResultSource source,
      ResultsOptions options,
      Clock clock,
      ObjLongConsumer<BatchException> resumed) {
    super(source.lines().create(options.idMember()), options.maxLineBytes());
    this.ref = ref;
    this.files = source.files().iterator();
    this.transfer = Retry.ofTransfer(clock);
    this.opening = Retry.ofOpening(clock);
    this.resumed = resumed;
    nextFile();
  }

  private void nextFile() {
    disconnect();
    transfer.reset();
    opening.reset();
    broke = null;
    file = files.hasNext() ? files.next() : null;
    delivered = new Delivered();
    found = false;
    mustExist = false;
    startOver();
  }

  private void startOver() {
    lines = new LineReader(InputStream.nullInputStream(), maxLine);
    checksum = 0;
    validator = null;
  }

  /**
   * Opens the first file, in one attempt.
   *
   * @param anyWillDo whether it may be missing if another one is there
   */
  void open(boolean anyWillDo) {
    while (file != null && !mustExist) {
      try {
        connect(file);
        mustExist = true;
      } catch (BatchNotFoundException e) {
        if (!anyWillDo || !files.hasNext()) {
          throw e;
        }
        missingFiles++;
        nextFile();
      } catch (IOException e) {
        disconnect();
        throw transport(e);
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws TransportException if the stream broke off and could not be resumed
   * @throws BatchException if the provider refuses to open a file
   */
  @Override
  @Nullable BatchResult read(LineSink sink) {
    while (missingFiles == 0 && file != null) {
      try {
        BatchResult result = read(file, sink);
        transfer.reset();
        if (result != null) {
          return result;
        }
        nextFile();
      } catch (IOException e) {
        recover(transport(e), sink);
      } catch (BatchException e) {
        recover(e, sink);
      }
    }
    return missingFiles == 0 ? null : missingFile();
  }

  private BatchResult missingFile() {
    missingFiles--;
    String problem =
        "the provider no longer has one of the files of these results; its lines are missing";
    return new ResultLine(new byte[0], number + 1, null, null).unreadable(problem);
  }

  private @Nullable BatchResult read(ResultFile from, LineSink sink) throws IOException {
    if (response == null) {
      connect(from);
    }
    if (broke != null) {
      resumed.accept(broke, number);
      broke = null;
    }
    for (Line line = lines.next(sink); line != null; line = lines.next(sink)) {
      checksum = checksum(checksum, line);
      if (line.blank()) {
        number++;
        sink.keep();
        continue;
      }
      BatchResult result = decode(line, number + 1);
      long key = key(result, line);
      if (delivered.repeats(key)) {
        sink.drop();
        continue;
      }
      if (!line.terminated()) {
        requireAllRepeated();
      }
      number++;
      mustExist = true;
      delivered.add(key);
      sink.keep();
      return result;
    }
    requireAllRepeated();
    return null;
  }

  /** A response that ends without the lines that were delivered is not the whole file. */
  private void requireAllRepeated() throws EOFException {
    if (delivered.incomplete()) {
      validator = null; // it may have ended in the middle of a line
      throw new EOFException("The file ended before the lines that it had earlier");
    }
  }

  private long key(BatchResult result, Line line) {
    String id = result.customId();
    return id != null
        ? IdTable.hash(id)
        : checksum(0, line) << Integer.SIZE ^ Arrays.hashCode(line.bytes());
  }

  /** Adds a line to a checksum, which detects another order and other lines but no forgery. */
  private long checksum(long before, Line line) {
    crc.reset();
    crc.update(line.bytes(), 0, line.bytes().length);
    return 31 * before + (line.whole() ? crc.getValue() : line.checksum());
  }

  private void connect(ResultFile from) throws IOException {
    ResultBytes opened = from.open(lines.consumed(), validator);
    response = opened;
    requireOpen(); // closing does not reach a connection that is just being opened
    found = true;
    if (opened.offset() == lines.consumed()) {
      lines = new LineReader(opened.stream(), maxLine, opened.offset());
      validator = opened.offset() == 0 ? opened.validator() : validator;
    } else if (opened.offset() == 0) {
      reread(from, opened);
    } else {
      throw new ProtocolException("The response begins at another offset than was requested");
    }
  }

  private void reread(ResultFile from, ResultBytes opened) throws IOException {
    LineReader again = new LineReader(opened.stream(), maxLine);
    long checksumAgain = 0;
    Line line = again.next(LineSink.NONE);
    while (line != null) {
      checksumAgain = checksum(checksumAgain, line);
      line = again.consumed() < lines.consumed() ? again.next(LineSink.NONE) : null;
    }
    if (again.consumed() == lines.consumed() && checksumAgain == checksum) {
      lines = again;
      validator = opened.validator();
      return;
    }
    // The lines differ, and some that are new may have been read already: once more from the start.
    disconnect();
    delivered.expectAll();
    startOver();
    connect(from);
  }

  private void recover(BatchException error, LineSink sink) {
    sink.drop();
    disconnect();
    requireOpen();
    boolean absent = error instanceof BatchNotFoundException && !mustExist;
    Retry retry = !found || (absent && transfer.exhausted()) ? opening : transfer;
    boolean again =
        retry == opening
            ? opening.allows(error)
            : !transfer.exhausted() && (absent || mayPass(error));
    if (!again && absent) {
      missingFiles++;
      nextFile();
      return;
    }
    if (!again || Thread.currentThread().isInterrupted()) {
      throw error;
    }
    broke = absent && retry == opening ? broke : error;
    try {
      retry.pause(error);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      IOException interrupted = new InterruptedIOException("interrupted before the next attempt");
      interrupted.initCause(e);
      throw retry == opening ? error : transport(interrupted);
    }
  }

  /**
   * Returns whether an error may pass. Providers report a file that was there as "not found" now
   * and then, and proxies respond with pages of their own.
   */
  private boolean mayPass(BatchException error) {
    ErrorKind kind = error.kind();
    return Retry.allowedAfter(error)
        || (found && (kind == ErrorKind.NOT_FOUND || kind == ErrorKind.MALFORMED));
  }

  private void requireOpen() {
    if (closed) {
      disconnect();
      throw new IllegalStateException("The results were closed while they were being read");
    }
  }

  private TransportException transport(IOException cause) {
    return new TransportException(ref.provider(), "read results of " + ref, cause);
  }

  private void disconnect() {
    ResultBytes open = response;
    response = null;
    if (open != null) {
      try {
        open.stream().close();
      } catch (IOException e) {
        // Nothing more is read from this response, and how it ends does not matter for the next.
        System.getLogger(ResumingReader.class.getName())
            .log(System.Logger.Level.DEBUG, "Closing a results stream failed", e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    disconnect();
  }
}
