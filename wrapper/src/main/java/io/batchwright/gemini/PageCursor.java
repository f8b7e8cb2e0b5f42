package io.batchwright.gemini;

import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.internal.wait.BatchPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing stands. The provider's pages begin where a token says and never behind a batch,
 * so that one is looked for first.
 *
 * @param looking whether the batch to begin behind is still to come
 * @param token the provider's own, or null for the first page
 */
record PageCursor(boolean looking, @Nullable String token) {
  private static final int LONGEST_PAGE = 100;
  private static final char LOOKING = '?';
  private static final char GIVING = '!';

  static PageCursor of(ListOptions options, @Nullable String cursor) {
    return cursor == null
        ? new PageCursor(options.after() != null, null)
        : new PageCursor(cursor.charAt(0) == LOOKING, cursor.substring(1));
  }

  int pageSize(ListOptions options) {
    return looking ? LONGEST_PAGE : Math.min(options.limit(), LONGEST_PAGE);
  }

  private static boolean isIt(BatchStatus status, ListOptions options) {
    String after = GeminiCalls.bare(String.valueOf(options.after()), GeminiCalls.BATCHES);
    return GeminiCalls.bare(status.ref().id(), GeminiCalls.BATCHES).equals(after);
  }

  BatchPage page(
      List<BatchStatus> listed,
      @Nullable String next,
      @Nullable Instant givenAt,
      ListOptions options) {
    int begin = 0;
    boolean found = !looking;
    while (!found && begin < listed.size()) {
      found = isIt(listed.get(begin++), options);
    }
    if (!found && next == null) {
      throw new IllegalArgumentException(
          "There is no batch " + options.after() + " any more to list those after it");
    }
    List<BatchStatus> wanted = listed.subList(found ? begin : listed.size(), listed.size());
    String cursor = next == null ? null : (found ? GIVING : LOOKING) + next;
    return new BatchPage(wanted, cursor, givenAt);
  }
}
