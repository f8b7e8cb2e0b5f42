package io.batchwright.internal.requests;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonCursor.Reading;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.requests.Finding.Kind;
import java.util.List;

/**
 * What a provider is known to refuse or to ignore about one member of a body.
 *
 * @param member the name of the member
 * @param test reads its value, and returns whether the rule applies to it
 * @param finding what is then found
 */
public record BodyRule(String member, Reading<Boolean> test, Finding finding) {
  private static final String SDK = " is an argument of the vendor's SDK, not a member of a body; ";

  /** Members that no provider accepts: SDKs use them to change the call itself. */
  static final List<BodyRule> OF_SDKS =
      List.of(
          refused("extra_body", "\"extra_body\"" + SDK + "move its members into the body"),
          refused("extra_headers", "\"extra_headers\"" + SDK + "remove it"),
          refused("extra_query", "\"extra_query\"" + SDK + "remove it"));

  /** Refuses a body that has the member. */
  public static BodyRule refused(String member, String message) {
    return refused(member, BodyRule::any, message);
  }

  /** Refuses a body whose member is one that the test finds. */
  public static BodyRule refused(String member, Reading<Boolean> test, String message) {
    return new BodyRule(member, test, new Finding(Kind.RULE, message));
  }

  /** Refuses a body that has the member, which shows that it was written for another provider. */
  public static BodyRule foreign(String member, String owner) {
    String form = "The body is in the form of " + owner + " (\"" + member + "\"); ";
    return refused(member, form + "write it as this provider's own API documents it");
  }

  /** Warns of a member of a member, which the provider does not honor. */
  public static BodyRule ignored(String outer, String member, String message) {
    return new BodyRule(
        outer, at -> at.member(member, BodyRule::any), new Finding(Kind.WARNING, message));
  }

  /** Refuses a member that is an array. */
  public static BodyRule noArray(String member, String message) {
    return refused(member, at -> any(at, at.kind() == JsonKind.ARRAY), message);
  }

  private static boolean any(JsonCursor at) throws JsonFault {
    return any(at, true);
  }

  private static boolean any(JsonCursor at, boolean found) throws JsonFault {
    at.skip();
    return found;
  }
}
