package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A response, complete or broken.
 *
 * @param cut where the body is cut, or null
 * @param stale whether the connection is unusable afterwards without looking so
 */
public record Response(
    int status, Headers headers, Content content, Framing framing, @Nullable Cut cut, boolean stale)
    implements Reaction {

  /** A complete response. */
  public static Response of(int status, Headers headers, Framing framing, Content content) {
    return new Response(status, headers, content, framing, null, false);
  }

  /** A complete response in memory. */
  public static Response of(int status, Headers headers, byte[] body) {
    return of(status, headers, Framing.LENGTH, sink -> sink.write(body));
  }

  /** The same response with one header set. */
  public Response header(String name, String value) {
    Headers more = headers.newBuilder().set(name, value).build();
    return new Response(status, more, content, framing, cut, stale);
  }

  /** The same response, cut. */
  public Response cut(Cut where, Framing how) {
    return new Response(status, headers, content, how, where, stale);
  }

  /** The same response, after which the connection is closed. */
  public Response thenClose() {
    return new Response(status, headers, content, Framing.CLOSE, cut, stale);
  }

  /** The same response on a connection that goes stale. */
  public Response thenStale() {
    return new Response(status, headers, content, framing, cut, true);
  }
}
