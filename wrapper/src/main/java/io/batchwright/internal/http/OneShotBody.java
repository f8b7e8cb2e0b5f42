package io.batchwright.internal.http;

import io.batchwright.spi.RequestSource;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that is written once and never again, whatever OkHttp would like to repeat, and that knows
 * how far it got. For one call; written by one thread, read by the same.
 */
final class OneShotBody extends RequestBody {
  private final RequestSource requests;
  private boolean begun;
  private boolean complete;
  private @Nullable IOException inputError;

  OneShotBody(RequestSource requests) {
    this.requests = requests;
  }

  @Override
  public @Nullable MediaType contentType() {
    return null; // the generated call's header stands
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

  /** Gives what kept the input from being read, or null if that was not the trouble. */
  @Nullable IOException inputError() {
    return inputError;
  }

  /** Remembers which failures came from the connection rather than from the input. */
  private static final class SinkStream extends java.io.OutputStream {
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
