package io.batchwright.internal.lines;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the few members of a line that identify it, and checks the whole line, in one pass over its
 * bytes.
 *
 * <p>The line must be exactly one JSON object in the strict grammar. Of a member that comes twice
 * the last counts, as in a tree. Not thread-safe.
 */
public final class EnvelopeReader {
  private final JsonCursor cursor = new JsonCursor();
  private final Member root = new Member("");
  private final Envelope envelope;

  private EnvelopeReader(List<String> ids, List<String> others) {
    ids.forEach(root::reach);
    others.forEach(root::reach);
    Map<String, Integer> slots = new HashMap<>();
    root.number(0, "", slots);
    envelope = new Envelope(slots, ids);
  }

  /**
   * Returns a reader of values at paths, whose steps are ASCII and separated by dots.
   *
   * @param idMember where the custom id is, or null for the usual places
   * @param ids the usual places, in the order of precedence
   */
  public static EnvelopeReader of(@Nullable String idMember, List<String> ids, String... others) {
    List<String> all = Stream.concat(Stream.ofNullable(idMember), ids.stream()).toList();
    return new EnvelopeReader(all, List.of(others));
  }

  /**
   * Reads a line; the envelope of one that is not a JSON object has a problem.
   *
   * @return the same envelope each time
   */
  public Envelope read(byte[] line) {
    envelope.begin(line);
    cursor.over(line, 0, line.length);
    try {
      if (cursor.kind() == JsonKind.OBJECT) {
        members(root);
        cursor.end();
      } else {
        cursor.skip();
        envelope.fail("not a JSON object");
      }
    } catch (JsonFault e) {
      envelope.fail(String.valueOf(e.getMessage()));
    }
    return envelope;
  }

  private void members(Member parent) throws JsonFault {
    if (!cursor.enterObject()) {
      return;
    }
    while (cursor.nextMember()) {
      Member member = parent.named(cursor);
      if (member == null) {
        cursor.skip();
        continue;
      }
      envelope.clear(member.slot, member.end);
      JsonKind kind = cursor.kind();
      int start = cursor.at();
      members(member);
      envelope.put(member.slot, kind, start, cursor.at());
    }
  }

  /** A member on the way to what is wanted; the slots of all below it follow its own. */
  private static final class Member {
    private final String name;
    private final List<Member> inner = new ArrayList<>();
    private int slot;
    private int end;

    Member(String name) {
      this.name = name;
    }

    void reach(String path) {
      Member at = this;
      for (String step : path.split("\\.", -1)) {
        at = at.inner(step);
      }
    }

    private Member inner(String step) {
      for (Member member : inner) {
        if (member.name.equals(step)) {
          return member;
        }
      }
      Member member = new Member(step);
      inner.add(member);
      return member;
    }

    int number(int next, String path, Map<String, Integer> slots) {
      slot = next;
      end = next + 1;
      slots.put(path, slot);
      String prefix = path.isEmpty() ? "" : path + ".";
      inner.forEach(member -> end = member.number(end, prefix + member.name, slots));
      return end;
    }

    @Nullable Member named(JsonCursor at) throws JsonFault {
      for (int i = 0; i < inner.size(); i++) {
        if (at.isNamed(inner.get(i).name)) {
          return inner.get(i);
        }
      }
      return null;
    }
  }
}
