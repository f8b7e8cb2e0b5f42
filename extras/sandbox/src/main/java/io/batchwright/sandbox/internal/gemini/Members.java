package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Member names, which clients may send in camel case or in snake case. */
final class Members {
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

  private Members() {}

  static String camel(String name) {
    return UNDERSCORE.matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }

  /** Returns the member with this camel-case name, in either case. */
  static @Nullable JsonElement get(JsonObject json, String name) {
    for (String member : json.keySet()) {
      if (camel(member).equals(name)) return json.get(member);
    }
    return null;
  }

  /**
   * Refuses an object with an unknown member.
   *
   * @param path the path of the object, for the message
   */
  static void check(JsonObject json, Set<String> known, String path) throws Refusal {
    for (String member : json.keySet()) check(member, known, path);
  }

  static void check(String member, Set<String> known, String path) throws Refusal {
    if (!known.contains(camel(member))) throw Errors.unknownMember(member, path);
  }
}
