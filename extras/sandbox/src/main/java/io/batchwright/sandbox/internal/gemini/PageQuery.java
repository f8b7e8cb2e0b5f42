package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.okhttp3.HttpUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The requested page.
 *
 * @param after the last name of the previous page, or null for the first page
 */
record PageQuery(int size, @Nullable String after) {

  /** The default and the largest size of a page; a larger size is not refused, but reduced. */
  record Sizes(int usual, int largest) {}

  static PageQuery of(HttpUrl url, Sizes sizes) throws Refusal {
    return new PageQuery(size(url.queryParameter("pageSize"), sizes), after(url));
  }

  static Refusal badToken() {
    return Refusal.invalid("The page token is not valid.");
  }

  /** A token for the page after this name. It is opaque to clients. */
  static String token(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String after(HttpUrl url) throws Refusal {
    String token = url.queryParameter("pageToken");
    if (token == null || token.isEmpty()) return null;
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw badToken();
    }
  }

  private static int size(@Nullable String value, Sizes sizes) throws Refusal {
    if (value == null || value.equals("0")) return sizes.usual();
    if (!value.matches("[0-9]{1,9}")) throw Refusal.invalid("The page size is not valid.");
    return Math.min(Integer.parseInt(value), sizes.largest());
  }
}
