package io.batchwright.internal.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about bodies for one endpoint of a provider; models and all other members are
 * judged by the provider alone.
 *
 * @param required the members without which a request fails for certain
 * @param rules what is refused or ignored, besides what every provider refuses
 * @param inputs the member whose elements count as inputs, or null
 * @param warning what is wrong with the endpoint itself, or null
 */
public record BodyRules(
    List<String> required,
    List<BodyRule> rules,
    @Nullable String inputs,
    @Nullable String warning) {
  /** Nothing is known. */
  public static final BodyRules NONE = new BodyRules(List.of(), List.of(), null, null);

  /** Returns rules for bodies that must name a model. */
  public static BodyRules ofModels(BodyRule... rules) {
    return new BodyRules(List.of("model"), List.of(rules), null, null);
  }
}
