package io.batchwright.internal.openai;

import com.google.gson.JsonObject;
import io.batchwright.Capability;
import io.batchwright.ProviderLimits;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What is one provider's own within the dialect.
 *
 * @param name the provider's short name
 * @param capabilities what it can do; with a completion window it wants one in every create
 * @param usualEndpoint the endpoint of batches that are submitted without one
 * @param limits what one batch may hold, by endpoint
 * @param extras members that stand in every create
 * @param errors what its errors mean
 * @param newestFirst whether lists are known to begin with the newest batch
 */
public record DialectProfile(
    String name,
    Set<Capability> capabilities,
    String usualEndpoint,
    Function<String, ProviderLimits> limits,
    JsonObject extras,
    ErrorRules errors,
    boolean newestFirst) {
  /** Keeps its own copy. */
  public DialectProfile {
    capabilities = Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
  }

  /** A profile without extras. */
  public DialectProfile(
      String name,
      Set<Capability> capabilities,
      String usualEndpoint,
      Function<String, ProviderLimits> limits,
      ErrorRules errors,
      boolean newestFirst) {
    this(name, capabilities, usualEndpoint, limits, new JsonObject(), errors, newestFirst);
  }
}
