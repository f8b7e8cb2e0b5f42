package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The requested page.
 *
 * @param after the last id of the previous page, or null for the first page
 */
record PageQuery(int limit, @Nullable String after) {

  static PageQuery of(HttpUrl url, Profile profile, Operation operation) throws Refusal {
    return new PageQuery(limit(url.queryParameter("limit"), profile, operation), after(url));
  }

  /** Everything; after an id, the rest, so that clients that page anyway reach an end. */
  static PageQuery rest(HttpUrl url) {
    return new PageQuery(Integer.MAX_VALUE, after(url));
  }

  private static @Nullable String after(HttpUrl url) {
    String after = url.queryParameter("after");
    return after == null || after.isEmpty() ? null : after;
  }

  private static int limit(@Nullable String value, Profile profile, Operation operation)
      throws Refusal {
    if (value == null) return profile.usualPage(operation);
    int largest = profile.largestPage(operation);
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= largest) return limit;
    } catch (NumberFormatException e) {
      throw Refusal.invalid("limit", "It must be a whole number.");
    }
    throw Refusal.invalid("limit", "It must be between 1 and " + largest + ".");
  }
}
