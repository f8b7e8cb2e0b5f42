package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.HttpUrl;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A request whose head was read and whose body has not been read yet. For one thread. */
public final class Exchange {
  private final String method;
  private final HttpUrl url;
  private final String target;
  private final Headers headers;
  private final Counter body;

  Exchange(String method, HttpUrl url, String target, Headers headers, InputStream body) {
    this.method = method;
    this.url = url;
    this.target = target;
    this.headers = headers;
    this.body = new Counter(body);
  }

  public String method() {
    return method;
  }

  /** Path and query, decoded. */
  public HttpUrl url() {
    return url;
  }

  /** Path and query as they were sent. */
  public String target() {
    return target;
  }

  public Headers headers() {
    return headers;
  }

  public InputStream body() {
    return body;
  }

  /** The number of bytes of the body read so far. */
  public long bodySize() {
    return body.count;
  }

  /** Reads the rest of the body. */
  public void drain() throws IOException {
    body.transferTo(OutputStream.nullOutputStream());
  }

  /** Cuts the body after this many more bytes, if it has more. */
  public void breakAfter(long bytes) {
    body.end = body.count + bytes;
  }

  private static final class Counter extends FilterInputStream {
    private long count;
    private long end = Long.MAX_VALUE;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0 && count == end) throw new EOFException("Broken off");
      if (b >= 0) count++;
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (count == end) return read() < 0 ? -1 : 1;
      int read = in.read(bytes, offset, (int) Math.min(length, end - count));
      if (read > 0) count += read;
      return read;
    }
  }
}
