package io.batchwright.sandbox.internal.http;

import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An answer, whole or broken.
 *
 * @param cut where the body breaks off, or null
 * @param stale whether the connection is useless afterwards without looking so
 */
public record Answer(
    int status, Headers headers, Content content, Framing framing, @Nullable Cut cut, boolean stale)
    implements Reaction {

  /** A whole answer. */
  public static Answer of(int status, Headers headers, Framing framing, Content content) {
    return new Answer(status, headers, content, framing, null, false);
  }

  /** A whole answer that is in memory. */
  public static Answer of(int status, Headers headers, byte[] body) {
    return of(status, headers, Framing.LENGTH, sink -> sink.write(body));
  }

  /** The same answer with one header set. */
  public Answer header(String name, String value) {
    Headers more = headers.newBuilder().set(name, value).build();
    return new Answer(status, more, content, framing, cut, stale);
  }

  /** The same answer, broken off. */
  public Answer cut(Cut where, Framing how) {
    return new Answer(status, headers, content, how, where, stale);
  }

  /** The same answer, after which the connection is closed. */
  public Answer thenClose() {
    return new Answer(status, headers, content, Framing.CLOSE, cut, stale);
  }

  /** The same answer on a connection that goes stale. */
  public Answer thenStale() {
    return new Answer(status, headers, content, framing, cut, true);
  }
}
