package io.batchwright.internal.http;

import io.batchwright.InputReport;
import io.batchwright.InvalidInputException;
import io.batchwright.internal.requests.InputChangedException;
import io.batchwright.internal.requests.RequestSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Requests as a body that is written once and never again, whatever OkHttp would like to repeat,
 * and that knows how far it got. For one call; written by one thread, read by the same.
 */
final class OneShotBody extends RequestBody {
  private final RequestSource requests;
  private final @Nullable MediaType type;
  private boolean begun;
  private boolean complete;
  private @Nullable IOException inputError;

  /**
   * Makes a body.
   *
   * @param type its content type, or null to leave the generated call's header as it is
   */
  OneShotBody(RequestSource requests, @Nullable MediaType type) {
    this.requests = requests;
    this.type = type;
  }

  @Override
  public @Nullable MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return requests.byteCount();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    if (begun) {
      throw new IOException(
          "A create is sent once; an interceptor or a follow-up tried to repeat it");
    }
    begun = true;
    SinkStream out = new SinkStream(sink);
    try {
      requests.writeTo(out);
    } catch (IOException e) {
      if (e != out.failure) {
        inputError = e;
      }
      throw e;
    } catch (RuntimeException e) {
      // A sequence of the user's own throws what it likes.
      inputError = new IOException("The input threw " + e.getClass().getName(), e);
      throw inputError;
    }
    complete = true;
  }

  /** Says whether every byte was handed to the connection. */
  boolean complete() {
    return complete;
  }

  /** Says what kept the input from being read, or gives null if that was not the trouble. */
  @Nullable InvalidInputException inputProblem() {
    return inputError == null ? null : inputProblem(requests, inputError);
  }

  /** Says what kept an input from being read a second time. */
  static InvalidInputException inputProblem(RequestSource requests, Exception error) {
    String problem =
        error instanceof InputChangedException
            ? "The input is not what it was when it was checked; keep it still during submit"
            : "The input could not be read a second time ("
                + kind(error)
                + "); a sequence must give a new iterator each time it is asked";
    InvalidInputException unreadable =
        new InvalidInputException(
            new InputReport(
                requests.count(),
                requests.byteCount(),
                List.of(new InputReport.Problem(0, null, problem)),
                1));
    unreadable.addSuppressed(error);
    return unreadable;
  }

  private static String kind(Exception error) {
    Throwable cause = error.getCause();
    return (cause == null ? error : cause).getClass().getSimpleName();
  }

  /** Remembers which failures came from the connection rather than from the input. */
  private static final class SinkStream extends OutputStream {
    private final BufferedSink sink;
    private @Nullable IOException failure;

    SinkStream(BufferedSink sink) {
      this.sink = sink;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        sink.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
