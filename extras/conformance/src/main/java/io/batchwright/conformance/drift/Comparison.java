package io.batchwright.conformance.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what one specification has that another lacks or contradicts. */
final class Comparison {
  private final Map<String, Member> ours;
  private final Set<String> settled = new HashSet<>();
  private final List<String> differences = new ArrayList<>();

  private Comparison(Map<String, Member> ours) {
    this.ours = ours;
  }

  /** Returns a line for each difference; the parts of a missing element are not listed. */
  static List<String> differences(Map<String, Member> ours, Map<String, Member> theirs) {
    Comparison comparison = new Comparison(ours);
    theirs.forEach(comparison::compare);
    return comparison.differences;
  }

  private void compare(String path, Member their) {
    if (settled.contains(their.parent())) {
      settled.add(path);
      return;
    }
    Member our = ours.get(path);
    if (our == null) {
      // Where ours allows any value, it allows this one.
      if (!isOpen(their.parent())) differences.add(path + ": is missing");
      settled.add(path);
      return;
    }
    if (contradict(our.types(), their.types())) {
      differences.add(path + ": is " + our.types() + ", theirs " + their.types());
    }
    Set<String> lacking = new TreeSet<>(their.values());
    lacking.removeIf(our::names);
    if (!lacking.isEmpty()) differences.add(path + ": does not name " + lacking);
  }

  private boolean isOpen(String path) {
    Member member = ours.get(path);
    if (member == null || path.isEmpty() || member.parent().isEmpty()) return false;
    return ours.values().stream().noneMatch(other -> other.parent().equals(path));
  }

  private static boolean contradict(Set<String> our, Set<String> their) {
    if (our.isEmpty() || their.isEmpty()) return false;
    boolean wider = our.contains("number") && their.contains("integer");
    return !wider && Collections.disjoint(our, their);
  }
}
