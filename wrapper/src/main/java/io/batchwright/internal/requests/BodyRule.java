package io.batchwright.internal.requests;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.requests.Finding.Kind;
import java.util.List;

/**
 * What a provider is known to refuse or to ignore about one member of a body.
 *
 * @param member the name of the member
 * @param reading reads its value, and returns what is wrong with it, or null
 */
public record BodyRule(String member, JsonCursor.Reading<Finding> reading) {
  private static final String SDK = " is an argument of the vendor's SDK, not a member of a body; ";

  /** Members that no provider accepts: SDKs use them to change the call itself. */
  public static final List<BodyRule> OF_SDKS =
      List.of(
          refused("extra_body", "\"extra_body\"" + SDK + "move its members into the body"),
          refused("extra_headers", "\"extra_headers\"" + SDK + "remove it"),
          refused("extra_query", "\"extra_query\"" + SDK + "remove it"));

  /** Refuses a body that has the member. */
  public static BodyRule refused(String member, String message) {
    return found(member, new Finding(Kind.RULE, message));
  }

  /** Refuses a body that has the member, which shows that it was written for another provider. */
  public static BodyRule foreign(String member, String owner) {
    return refused(
        member,
        "The body is in the form of "
            + owner
            + " (\""
            + member
            + "\"); write it as this provider's own API documents it");
  }

  /** Warns of a member that the provider does not honor. */
  public static BodyRule ignored(String member, String message) {
    return found(member, new Finding(Kind.WARNING, message));
  }

  private static BodyRule found(String member, Finding finding) {
    return new BodyRule(
        member,
        at -> {
          at.skip();
          return finding;
        });
  }

  /** Refuses a member that is an array. */
  public static BodyRule noArray(String member, String message) {
    Finding finding = new Finding(Kind.RULE, message);
    return new BodyRule(
        member,
        at -> {
          boolean array = at.kind() == JsonKind.ARRAY;
          at.skip();
          return array ? finding : null;
        });
  }

  /** Applies a rule to the members of a member. */
  public static BodyRule within(String member, BodyRule inner) {
    return new BodyRule(member, at -> at.member(inner.member(), inner.reading()));
  }
}
