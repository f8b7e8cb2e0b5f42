package io.batchwright.fuzz;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import java.util.HashSet;
import java.util.Set;

/** Members of JSON that is known to be well formed. */
public final class Members {
  private Members() {}

  /** Says whether a member of any object has the name of one before it. */
  public static boolean anyTwice(byte[] json) {
    try {
      return twiceIn(new JsonCursor().over(json, 0, json.length));
    } catch (JsonFault e) {
      throw new AssertionError(e);
    }
  }

  private static boolean twiceIn(JsonCursor value) throws JsonFault {
    boolean twice = false;
    switch (value.kind()) {
      case OBJECT -> {
        Set<String> names = new HashSet<>();
        value.enterObject();
        while (value.nextMember()) {
          twice |= !names.add(value.name());
          twice |= twiceIn(value);
        }
      }
      case ARRAY -> {
        value.enterArray();
        while (value.nextElement()) {
          twice |= twiceIn(value);
        }
      }
      default -> value.skip();
    }
    return twice;
  }
}
