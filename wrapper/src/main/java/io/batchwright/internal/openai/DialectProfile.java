package io.batchwright.internal.openai;

import io.batchwright.ApiError;
import io.batchwright.Capability;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.requests.BodyRule;
import io.batchwright.internal.requests.BodyRules;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is one provider's own within the dialect.
 *
 * @param name the provider's short name
 * @param capabilities what it can do; with a completion window it wants one in every create
 * @param usualEndpoint the endpoint of batches that are submitted without one
 * @param limits what one batch may hold, by endpoint
 * @param rules what is known about bodies, by endpoint
 * @param errors what its errors mean
 * @param listsRecorded whether real lists were seen to begin with the newest batch and to show
 *     metadata
 */
public record DialectProfile(
    String name,
    Set<Capability> capabilities,
    String usualEndpoint,
    Function<String, ProviderLimits> limits,
    Function<String, BodyRules> rules,
    UnaryOperator<ApiError> errors,
    boolean listsRecorded) {
  /** A rule for the bodies of every provider of the dialect. */
  public static final BodyRule CONTENTS = BodyRule.foreign("contents", "Gemini");

  /** Keeps its own copy. */
  public DialectProfile {
    capabilities = Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
  }

  /** Creates a decoder of result lines. */
  public LineDecoder lines(@Nullable String idMember) {
    return new DialectLines(name, errors, idMember);
  }

  /**
   * The limits of a provider whose batches are for one model; a megabyte is a million bytes.
   *
   * @param shortestId how many characters a custom id must have
   */
  public static ProviderLimits oneModelLimits(
      long requests, int megabytes, int shortestId, Duration shortest, Duration longest) {
    return ProviderLimits.builder()
        .maxRequests(requests)
        .maxBytes(megabytes * 1_000_000L)
        .customId(
            Pattern.compile(".{" + shortestId + ",}", Pattern.DOTALL),
            shortestId == 1
                ? "a string that is not empty"
                : "at least " + shortestId + " characters")
        .oneModel(true)
        .windows(shortest, longest)
        .build();
  }
}
