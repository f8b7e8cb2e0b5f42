package io.batchwright.gemini;

import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.internal.wait.BatchPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position in a list. The provider's pages begin at a token, never after a given batch, so that
 * batch is searched for first.
 *
 * @param searching whether the batch to begin after is still to come
 * @param token the provider's own, or null for the first page
 */
record PageCursor(boolean searching, @Nullable String token) {
  private static final int LONGEST_PAGE = 100;
  private static final char SEARCHING = '?';
  private static final char FOUND = '!';

  static PageCursor of(ListOptions options, @Nullable String cursor) {
    return cursor == null
        ? new PageCursor(options.after() != null, null)
        : new PageCursor(cursor.charAt(0) == SEARCHING, cursor.substring(1));
  }

  int pageSize(ListOptions options) {
    return searching ? LONGEST_PAGE : Math.min(options.limit(), LONGEST_PAGE);
  }

  BatchPage page(
      List<BatchStatus> listed,
      @Nullable String next,
      @Nullable Instant receivedAt,
      ListOptions options) {
    String after = GeminiCalls.bare(String.valueOf(options.after()), GeminiCalls.BATCHES);
    int begin = 0;
    boolean found = !searching;
    while (!found && begin < listed.size()) {
      String id = listed.get(begin++).ref().id();
      found = GeminiCalls.bare(id, GeminiCalls.BATCHES).equals(after);
    }
    if (!found && next == null) {
      throw new IllegalArgumentException(
          "There is no longer a batch " + options.after() + " to list those after it");
    }
    List<BatchStatus> wanted = listed.subList(found ? begin : listed.size(), listed.size());
    String cursor = next == null ? null : (found ? FOUND : SEARCHING) + next;
    return new BatchPage(wanted, cursor, receivedAt);
  }
}
