package io.batchwright.gemini;

import com.google.gson.JsonParseException;
import io.batchwright.internal.http.GeneratedCall;
import io.batchwright.internal.http.TextResponse;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of an upload go. Whoever knows the address can write to the file: it is shown
 * nowhere.
 *
 * @param calls builds the steps
 * @param url the address
 * @param granularity what the length of every chunk but the last is a multiple of; not positive if
 *     the provider does not say
 */
record UploadAddress(GeminiCalls calls, HttpUrl url, long granularity) {
  /**
   * Reads the answer to the start of an upload.
   *
   * @param allowed the origins that requests may be sent to
   * @throws JsonParseException if there is no address, or it is elsewhere
   */
  static UploadAddress of(GeminiCalls calls, TextResponse answer, Set<String> allowed) {
    String text = answer.headers().get("x-goog-upload-url");
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
        calls, url, number(answer.headers().get("x-goog-upload-chunk-granularity")));
  }

  private static String origin(HttpUrl url) {
    HttpUrl root =
        url.newBuilder()
            .username("")
            .password("")
            .encodedPath("/")
            .query(null)
            .fragment(null)
            .build();
    return root.toString().substring(0, root.toString().length() - 1);
  }

  GeneratedCall step(String command, @Nullable Long offset) {
    return calls.uploadStep(url, command, offset);
  }

  /** Reads a header that is a whole number; -1 if it is not. */
  static long number(@Nullable String header) {
    return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "UploadAddress[" + origin(url) + "]";
  }
}
