package io.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * Which batches to list. Immutable and thread-safe.
 *
 * <pre>{@code
 * for (BatchStatus status : client.list(ListOptions.all().withLimit(3))) {
 *   System.out.println(status.ref());
 * }
 * }</pre>
 */
public final class ListOptions {
  private static final ListOptions ALL = new ListOptions(Integer.MAX_VALUE, null, null);

  private final int limit;
  private final @Nullable String after;
  private final @Nullable String before;

  private ListOptions(int limit, @Nullable String after, @Nullable String before) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
    if (after != null && before != null) {
      throw new IllegalArgumentException("after and before exclude each other; set one");
    }
    this.limit = limit;
    this.after = after;
    this.before = before;
  }

  /** Returns the options for all batches, newest first. */
  public static ListOptions all() {
    return ALL;
  }

  /**
   * Returns a copy with the largest number of batches to list, over all pages.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public ListOptions withLimit(int most) {
    return new ListOptions(most, after, before);
  }

  /**
   * Returns a copy for batches that are older than this one.
   *
   * @throws IllegalArgumentException if there is a bound on newer ones already
   */
  public ListOptions withAfter(@Nullable String id) {
    return new ListOptions(limit, id, before);
  }

  /**
   * Returns a copy for batches that are newer than this one, only with {@link
   * Capability#LIST_BEFORE}. With a provider that pages backwards from there, the pages move
   * towards the newest, each newest first.
   *
   * @throws IllegalArgumentException if there is a bound on older ones already
   */
  public ListOptions withBefore(@Nullable String id) {
    return new ListOptions(limit, after, id);
  }

  /** Returns the largest number of batches to list. */
  public int limit() {
    return limit;
  }

  /** Returns the batch whose older ones are listed, or null. */
  public @Nullable String after() {
    return after;
  }

  /** Returns the batch whose newer ones are listed, or null. */
  public @Nullable String before() {
    return before;
  }
}
