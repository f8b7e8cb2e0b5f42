package io.batchwright.gemini;

import com.google.gson.JsonParseException;
import io.batchwright.internal.http.GeneratedCall;
import io.batchwright.internal.http.TextResponse;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The address that the bytes of an upload are sent to. It is as good as a key to the file, and
 * never shown.
 *
 * @param calls builds the steps
 * @param url the address
 * @param granularity the length of every chunk but the last is a multiple of this; not positive if
 *     unknown
 */
record UploadAddress(GeminiCalls calls, HttpUrl url, long granularity) {
  /**
   * Reads the response to the start of an upload.
   *
   * @param allowed the origins that requests may be sent to
   * @throws JsonParseException if there is no address, or one at another origin
   */
  static UploadAddress of(GeminiCalls calls, TextResponse response, Set<String> allowed) {
    String text = response.headers().get("x-goog-upload-url");
    HttpUrl url = text == null ? null : HttpUrl.parse(text);
    if (url == null) {
      throw new JsonParseException("it names no address to upload to");
    }
    String origin = origin(url);
    if (!allowed.contains(origin)) {
      throw new JsonParseException(
          "it names an address to upload to at "
              + origin
              + "; if that is right, allow it with allowUploadsTo on the builder");
    }
    return new UploadAddress(
        calls, url, number(response.headers().get("x-goog-upload-chunk-granularity")));
  }

  private static String origin(HttpUrl url) {
    String redacted = url.redact();
    return redacted.substring(0, redacted.length() - "/...".length());
  }

  GeneratedCall step(String command, @Nullable Long offset) {
    return calls.uploadStep(url, command, offset);
  }

  /** Returns the value of a header that is a whole number; -1 if it is not. */
  static long number(@Nullable String header) {
    return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "UploadAddress[" + origin(url) + "]";
  }
}
