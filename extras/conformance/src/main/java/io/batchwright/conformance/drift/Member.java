package io.batchwright.conformance.drift;

import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that a specification says: an operation, a parameter, a field.
 *
 * @param parent the path of what it is part of, or "" for an operation
 * @param types the JSON types it may have; none if any
 * @param values the words it may be, if they are counted out
 * @param text its description, which in our specifications names the words of an open set
 */
record Member(String parent, Set<String> types, Set<String> values, String text) {

  /** What two variants of a union say together. */
  Member and(Member other) {
    return new Member(
        parent, union(types, other.types), union(values, other.values), text + " " + other.text);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Whether it names a word, be it in its description. */
  boolean names(String value) {
    return values.contains(value)
        || text.matches("(?s)(.*[^\\w-])?\\Q" + value + "\\E([^\\w-].*)?");
  }
}
