package io.batchwright.conformance.drift;

import java.util.Set;
import java.util.TreeSet;

/**
 * One element of a specification: an operation, a parameter or a field.
 *
 * @param parent the path of the element that contains it, or "" for an operation
 * @param types its JSON types; empty for any
 * @param values the values of its enum
 * @param text its description, which in our specifications names the values of an open set
 */
record Member(String parent, Set<String> types, Set<String> values, String text) {

  /** Merges two variants of a union. */
  Member and(Member other) {
    return new Member(
        parent, union(types, other.types), union(values, other.values), text + " " + other.text);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Whether its enum or its description names a value. */
  boolean names(String value) {
    return values.contains(value)
        || text.matches("(?s)(.*[^\\w-])?\\Q" + value + "\\E([^\\w-].*)?");
  }
}
