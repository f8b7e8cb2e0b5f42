package io.batchwright.internal.results;

import io.batchwright.internal.lines.IdLines;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/**
 * The order of a collection of ids, the first place of each; other ids come after them.
 *
 * <p>Twelve bytes an id, of which only the hash is kept: see {@link LineKeys}.
 */
final class GivenOrder implements ResultOrder {
  private final long[] sorted;
  private final int[] places;

  GivenOrder(Collection<String> ids) {
    Longs hashes = new Longs();
    for (String id : ids) {
      Objects.requireNonNull(id, () -> "customIds has null at place " + hashes.size());
      hashes.add(IdLines.hash(id));
    }
    sorted = hashes.toArray();
    Arrays.sort(sorted);
    places = new int[sorted.length];
    // Backwards, so that the first place of an id is the one that stays.
    for (int place = sorted.length - 1; place >= 0; place--) {
      places[Arrays.binarySearch(sorted, hashes.get(place))] = place;
    }
  }

  @Override
  public long keyOf(String id) {
    int found = Arrays.binarySearch(sorted, IdLines.hash(id));
    return found < 0 ? sorted.length : places[found];
  }
}
