package io.batchwright.fuzz;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import java.util.HashSet;
import java.util.Set;

/** Members of well-formed JSON. */
public final class Members {
  private Members() {}

  /** Returns whether any object has two members with the same name. */
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
