package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.okhttp3.HttpUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted.
 *
 * @param after the last name of the page before, or null for the first page
 */
record PageQuery(int size, @Nullable String after) {

  /** How long pages are if nobody says, and at most; more is not refused, but cut. */
  record Sizes(int usual, int largest) {}

  static PageQuery of(HttpUrl url, Sizes sizes) throws Refusal {
    return new PageQuery(size(url.queryParameter("pageSize"), sizes), after(url));
  }

  static Refusal badToken() {
    return Refusal.invalid("The page token is not valid.");
  }

  /** A token for the page behind this name. Clients cannot read anything in it. */
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
