package io.batchwright.benchmarks.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request.
 *
 * @param method the method
 * @param path the path
 * @param query the part after the question mark, or ""
 * @param headers the headers by their names in lower case
 */
record RequestHead(String method, String path, String query, Map<String, String> headers) {
  static RequestHead parse(String text) {
    String[] lines = text.split("\r\n", -1);
    String[] first = lines[0].split(" ", -1);
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    int mark = first[1].indexOf('?');
    String path = mark < 0 ? first[1] : first[1].substring(0, mark);
    String query = mark < 0 ? "" : first[1].substring(mark + 1);
    return new RequestHead(first[0], path, query, headers);
  }

  boolean closes() {
    return "close".equalsIgnoreCase(headers.get("connection"));
  }

  boolean isChunked() {
    return "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
  }

  long contentLength() {
    String length = headers.get("content-length");
    return length == null ? 0 : Long.parseLong(length);
  }

  boolean acceptsGzip() {
    String encodings = headers.get("accept-encoding");
    return encodings != null && encodings.contains("gzip");
  }

  /** Returns a query parameter, or null; the values here need no decoding. */
  @Nullable String parameter(String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return null;
  }
}
