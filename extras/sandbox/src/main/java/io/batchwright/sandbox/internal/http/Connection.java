package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One accepted socket. MockWebServer reads only request heads from it, because it keeps every body
 * it reads in memory; bodies are streamed from here instead. The connection can also break in the
 * ways that a network does.
 */
final class Connection extends Socket {
  /** MockWebServer reads, dispatches and responds on one thread, but does not expose the socket. */
  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  private final Consumer<Connection> whenClosed;
  private @Nullable InputStream raw;
  private @Nullable HeadStream heads;
  private @Nullable OutputStream responses;
  private boolean stale;
  private volatile boolean gone;

  Connection(Consumer<Connection> whenClosed) {
    this.whenClosed = whenClosed;
  }

  /** The connection from which this thread last read a request. */
  static Connection current() {
    Connection connection = CURRENT.get();
    if (connection == null) throw new IllegalStateException("No request was read on this thread");
    return connection;
  }

  /** Whether this thread last read a request from it. */
  boolean isCurrent() {
    return CURRENT.get() == this;
  }

  void makeCurrent() {
    CURRENT.set(this);
  }

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    if (heads == null) {
      raw = new BufferedInputStream(super.getInputStream());
      heads = new HeadStream(this, raw);
    }
    return heads;
  }

  @Override
  public synchronized OutputStream getOutputStream() throws IOException {
    if (responses == null) responses = new ResponseStream(this, super.getOutputStream());
    return responses;
  }

  /** The body after the head just read; the caller must read it to its end. */
  InputStream body(Headers headers) throws IOException {
    if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
      getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      return new ChunkedStream(raw());
    }
    return new FixedStream(raw(), length(headers.get("Content-Length")));
  }

  private static long length(@Nullable String header) throws ProtocolException {
    if (header == null) {
      return 0;
    }
    if (!header.strip().matches("[0-9]{1,18}")) {
      throw new ProtocolException("A length is no number");
    }
    return Long.parseLong(header.strip());
  }

  /** Whether this connection is unusable: either side has closed it. */
  boolean isGone() {
    return gone;
  }

  /** Resets the connection on its next request. */
  void turnStale() {
    stale = true;
  }

  boolean isStale() {
    return stale;
  }

  @Override
  public synchronized void close() throws IOException {
    whenClosed.accept(this);
    super.close();
  }

  /** Closes with a reset, which the client notices whatever it is doing. */
  synchronized void reset() throws IOException {
    gone = true;
    // Its own thread may have closed it already.
    if (!isClosed()) setSoLinger(true, 0);
    close();
  }

  /** Closes; everything written before still arrives. */
  void hangUp() throws IOException {
    gone = true;
    close();
  }

  /** Waits until the client closes its side or the sandbox is closed. */
  void awaitHangUp() throws IOException {
    InputStream in = raw();
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } finally {
      hangUp();
    }
  }

  private synchronized InputStream raw() throws IOException {
    getInputStream();
    if (raw == null) throw new IllegalStateException("No stream");
    return raw;
  }
}
