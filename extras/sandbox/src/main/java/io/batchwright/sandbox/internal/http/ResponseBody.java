package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponseBody;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.Okio;
import io.batchwright.sandbox.shaded.okio.Sink;
import java.io.IOException;

/** Writes a response body: framed, and cut if scripted. */
final class ResponseBody implements MockResponseBody {
  private static final System.Logger LOG = System.getLogger(ResponseBody.class.getPackageName());

  private final Response response;

  private ResponseBody(Response response) {
    this.response = response;
  }

  static MockResponse response(Response response) throws IOException {
    ResponseBody body = new ResponseBody(response);
    Headers.Builder headers = response.headers().newBuilder();
    switch (response.framing()) {
      case CHUNKED -> headers.set("Transfer-Encoding", "chunked");
      case LENGTH -> headers.set("Content-Length", Long.toString(body.announcedLength()));
      case CLOSE -> headers.set("Connection", "close");
    }
    return new MockResponse.Builder()
        .code(response.status())
        .body(body)
        .headers(headers.build())
        .build();
  }

  private long announcedLength() throws IOException {
    long length = response.content().length();
    Cut cut = response.cut();
    if (cut == null || cut.end() != Cut.End.COMPLETE) return length;
    return Math.min(cut.bytes(), length);
  }

  /** Unknown to MockWebServer, which would use it for throttling only. */
  @Override
  public long getContentLength() {
    return -1;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    Connection connection = Connection.current();
    try {
      write(sink, connection);
    } catch (IOException e) {
      // Most often a client that disconnected. MockWebServer would keep the connection open for
      // ever.
      LOG.log(System.Logger.Level.DEBUG, "Writing a response failed", e);
      connection.hangUp();
    } catch (RuntimeException e) {
      connection.hangUp();
      throw e;
    }
    if (response.stale()) connection.turnStale();
  }

  private void write(BufferedSink sink, Connection connection) throws IOException {
    boolean chunked = response.framing() == Framing.CHUNKED;
    Sink framed = chunked ? new ChunkedSink(sink) : new PlainSink(sink);
    Cut cut = response.cut();
    if (cut == null) {
      copy(framed);
    } else {
      copyUntil(cut, framed);
      sink.flush();
      switch (cut.end()) {
        case STALL -> {
          cut.reached().run();
          connection.awaitHangUp();
        }
        case RESET -> connection.reset();
        case DISCONNECT -> connection.hangUp();
        case COMPLETE -> {}
      }
    }
    if (chunked) sink.writeUtf8("0\r\n");
    sink.flush();
    if (response.framing() == Framing.CLOSE) connection.hangUp();
  }

  private void copyUntil(Cut cut, Sink framed) throws IOException {
    try {
      copy(new CutSink(framed, cut.bytes()));
    } catch (CutSink.Reached e) {
      framed.flush();
    }
  }

  /** The buffer is not closed: closing it would write what is left after a cut. */
  private void copy(Sink target) throws IOException {
    BufferedSink buffer = Okio.buffer(target);
    response.content().writeTo(buffer);
    buffer.flush();
  }
}
