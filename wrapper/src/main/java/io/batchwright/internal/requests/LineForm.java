package io.batchwright.internal.requests;

import io.batchwright.internal.requests.RequestFormat.LineKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the kinds of request line apart by their members, and says what is wrong with these. */
final class LineForm {
  private LineForm() {}

  /** Gives the first kind that has an id and a body among the members, or null. */
  static @Nullable LineKind kindOf(Set<String> members, List<LineKind> kinds) {
    for (LineKind kind : kinds) {
      if (members.contains(kind.id()) && members.contains(kind.body())) {
        return kind;
      }
    }
    return null;
  }

  /** Says whether a text in a member of this name means anything. */
  static boolean names(String member, List<LineKind> kinds) {
    for (LineKind kind : kinds) {
      if (kind.id().equals(member) || kind.beside().containsKey(member)) {
        return true;
      }
    }
    return false;
  }

  /** Says what is wrong with a member beside the id and the body, or gives null. */
  static @Nullable String strayIn(Map<String, Object> members, LineKind kind) {
    for (Map.Entry<String, Object> member : members.entrySet()) {
      String name = member.getKey();
      String due = kind.beside().get(name);
      if (due != null && !due.equals(member.getValue())) {
        return shown(name) + " must be \"" + due + "\" in this batch; correct it, or leave it out";
      }
      if (due == null && !name.equals(kind.id()) && !name.equals(kind.body())) {
        return shown(name)
            + " is not part of a request line; remove it, or move it into \""
            + kind.body()
            + "\"";
      }
    }
    return null;
  }

  /** What is no plain name may be anything of the user's, and is not shown. */
  static String shown(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]{0,39}") ? "\"" + name + "\"" : "A member";
  }

  /** Shows what lines of these kinds look like. */
  static String of(List<LineKind> kinds) {
    return kinds.stream()
        .map(kind -> "{\"" + kind.id() + "\":…,\"" + kind.body() + "\":{…}}")
        .collect(Collectors.joining(" or "));
  }
}
