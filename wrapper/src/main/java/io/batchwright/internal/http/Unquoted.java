package io.batchwright.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes what OkHttp quotes of bytes that are not HTTP. They may be the middle of a response, for
 * example because the one before it was longer than its Content-Length.
 */
final class Unquoted {
  private static final String HTTP_2 = "PROTOCOL_ERROR";

  private Unquoted() {}

  /** Returns the exception itself if it quotes nothing, or else one without the quotes. */
  static IOException of(IOException error) {
    return mayQuote(error) ? copy(error) : error;
  }

  private static boolean mayQuote(@Nullable Throwable error) {
    return error != null
        && (quotes(error)
            || mayQuote(error.getCause())
            || Stream.of(error.getSuppressed()).anyMatch(Unquoted::mayQuote));
  }

  /** HTTP/2 names a header that it will not have in an exception of no kind of its own. */
  private static boolean quotes(Throwable error) {
    return error instanceof ProtocolException
        || error instanceof EOFException
        || String.valueOf(error.getMessage()).startsWith(HTTP_2);
  }

  private static Throwable copy(Throwable error) {
    return error instanceof IOException failure ? copy(failure) : error;
  }

  private static IOException copy(IOException error) {
    IOException copy = emptied(error);
    copy.setStackTrace(error.getStackTrace());
    if (error.getCause() != null) {
      copy.initCause(copy(error.getCause()));
    }
    for (Throwable suppressed : error.getSuppressed()) {
      copy.addSuppressed(copy(suppressed));
    }
    return copy;
  }

  private static IOException emptied(IOException error) {
    String said = error.getMessage();
    // What is quoted stands behind one of these.
    @Nullable String plain = said == null ? null : said.split(":|=| but was ", 2)[0];
    if (error instanceof ProtocolException) {
      return new ProtocolException(plain);
    }
    if (error instanceof EOFException) {
      return new EOFException(plain);
    }
    String shown = quotes(error) ? plain : said;
    boolean general = error.getClass() == IOException.class;
    return new IOException(general ? shown : error.getClass().getName() + ": " + shown);
  }
}
