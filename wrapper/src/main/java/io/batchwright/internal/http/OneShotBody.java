package io.batchwright.internal.http;

import io.batchwright.InvalidInputException;
import io.batchwright.internal.requests.SizedBody;
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
  private final RequestBody body;
  private boolean begun;
  private boolean complete;
  private @Nullable InvalidInputException inputProblem;

  OneShotBody(RequestBody body) {
    this.body = body;
  }

  /**
   * Returns requests as a body.
   *
   * @param type its content type, or null to leave the generated call's header as it is
   */
  static RequestBody of(SizedBody requests, @Nullable MediaType type) {
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        return type;
      }

      @Override
      public long contentLength() {
        return requests.byteCount();
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        requests.writeTo(sink.outputStream());
      }
    };
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
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
    try {
      body.writeTo(sink);
    } catch (InvalidInputException e) {
      inputProblem = e;
      throw new IOException(e);
    }
    complete = true;
  }

  /** Returns whether every byte was handed to the connection. */
  boolean complete() {
    return complete;
  }

  /** Returns why the input could not be written, or null if that was not the failure. */
  @Nullable InvalidInputException inputProblem() {
    return inputProblem;
  }
}
