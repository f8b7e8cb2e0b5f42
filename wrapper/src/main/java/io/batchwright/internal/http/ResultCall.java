package io.batchwright.internal.http;

import io.batchwright.MalformedResponseException;
import io.batchwright.internal.results.ResultBytes;
import io.batchwright.internal.results.ResultFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A file of results behind a generated call.
 *
 * @param transport sends
 * @param what names the call for messages
 * @param call builds the call
 */
public record ResultCall(Transport transport, ApiCall what, GeneratedCall call)
    implements ResultFile {
  private static final long LONGEST_ERROR = 4096;

  /** What can stand in a header of ours; OkHttp takes more from a server. */
  private static final Pattern TAG = Pattern.compile("(?!W/)[\\x21-\\x7e]+");

  @Override
  public ResultBytes open(long offset, @Nullable String validator) throws IOException {
    Request request = transport.request(call);
    if (offset > 0 && validator != null) {
      request =
          request
              .newBuilder()
              .header("Range", "bytes=" + offset + "-")
              .header("If-Range", validator)
              .build();
    }
    Call sent = transport.stream(request);
    Response response = transport.execute(what, sent);
    try {
      if (response.code() == 416 && offset > 0) {
        response.close();
        return open(0, null);
      }
      requireSuccess(response);
      return new ResultBytes(
          new CallStream(transport, sent, Transport.body(response).byteStream()),
          start(response, offset),
          validator(response));
    } catch (IOException | RuntimeException e) {
      response.close();
      transport.release();
      throw e;
    }
  }

  private void requireSuccess(Response response) throws IOException {
    if (response.isSuccessful() && !mayBeError(response)) {
      return;
    }
    TextResponse beginning;
    try {
      beginning = ErrorResponses.beginning(response);
    } catch (IOException e) {
      if (response.isSuccessful()) {
        // It breaks off: reading on meets the break, and can resume.
        return;
      }
      throw Unquoted.of(e);
    }
    transport.requireSuccess(what, response, beginning);
  }

  /**
   * A page of HTML is a proxy's. Some providers say "not found" with status 200, in a short
   * document or one that is said to be JSON; what is neither is results, and is not waited for.
   */
  private boolean mayBeError(Response response) {
    MediaType type = Transport.body(response).contentType();
    if (type != null && type.subtype().equals("html")) {
      throw new MalformedResponseException(
          transport.provider(), what.toString(), "it is a page of HTML");
    }
    long length = Transport.body(response).contentLength();
    boolean json = type != null && type.subtype().equals("json");
    return json || (length >= 0 && length <= LONGEST_ERROR);
  }

  private static long start(Response response, long asked) throws IOException {
    if (response.code() != 206) {
      return 0;
    }
    String range = response.header("Content-Range", "");
    if (range == null || !range.startsWith("bytes " + asked + "-")) {
      throw new IOException("The response has another range than was requested");
    }
    return asked;
  }

  /**
   * Only a strong tag over the bytes as they are vouches that the middle of the file is still the
   * same.
   */
  private static @Nullable String validator(Response response) {
    Response wire = response.networkResponse();
    boolean coded = wire != null && wire.header("Content-Encoding") != null;
    String tag = response.header("ETag");
    return coded || tag == null || !TAG.matcher(tag).matches() ? null : tag;
  }

  /** Drops the connection when it is closed before the end, rather than reading on to save it. */
  private static final class CallStream extends FilterInputStream {
    private final Transport transport;
    private final Call call;
    private boolean ended;

    CallStream(Transport transport, Call call, InputStream in) {
      super(in);
      this.transport = transport;
      this.call = call;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int read = super.read(bytes, offset, length);
        ended |= read < 0;
        return read;
      } catch (IOException e) {
        throw Unquoted.of(e);
      }
    }

    @Override
    public void close() throws IOException {
      if (!ended) {
        call.cancel();
      }
      try {
        super.close();
      } finally {
        transport.release();
      }
    }
  }
}
