package io.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * Which batches to list. Immutable and thread-safe.
 *
 * @param limit the largest number of batches to list, over all pages
 * @param after gives those older than this batch's id; null to begin with the newest
 * @param before gives those newer than this batch's id; null for no such bound. With a provider
 *     that pages backwards from there, the pages move towards the newest, each newest first. Not
 *     together with {@code after}, and only with {@link Capability#LIST_BEFORE}
 */
public record ListOptions(int limit, @Nullable String after, @Nullable String before) {
  /** All batches, newest first. */
  public static final ListOptions ALL = new ListOptions(Integer.MAX_VALUE, null, null);

  /**
   * Checks the relations.
   *
   * @throws IllegalArgumentException if the limit is not positive, or both bounds are given
   */
  public ListOptions {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
    if (after != null && before != null) {
      throw new IllegalArgumentException("after and before exclude each other; give one");
    }
  }

  /** Returns these options with at most this many batches, over all pages. */
  public ListOptions limit(int most) {
    return new ListOptions(most, after, before);
  }

  /** Returns these options for batches older than this one only. */
  public ListOptions after(String id) {
    return new ListOptions(limit, id, before);
  }

  /** Returns these options for batches newer than this one only. */
  public ListOptions before(String id) {
    return new ListOptions(limit, after, id);
  }
}
