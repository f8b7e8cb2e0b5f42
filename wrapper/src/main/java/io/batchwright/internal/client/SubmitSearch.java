package io.batchwright.internal.client;

import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitCandidates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches the batches since a failed submit for the one that it may have created. Their times are
 * the provider's, whose clock is read from each page; a batch that is missed may be paid for twice.
 */
final class SubmitSearch {
  /** How far the clocks may be apart beyond what its pages show. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private SubmitSearch() {}

  static SubmitCandidates run(
      ProviderAdapter provider, SubmitAttempt attempt, InstantSource clock) {
    List<BatchStatus> possible = new ArrayList<>();
    Listing all = new Listing(provider, ListOptions.all());
    if (!all.hasNext()) {
      return new SubmitCandidates(possible, false);
    }
    Instant now = clock.instant();
    Duration ahead = ahead(all.givenAt(), now);
    Instant from = attempt.begun().plus(ahead).minus(SKEW);
    Instant to = (attempt.ended() == null ? now : attempt.ended()).plus(ahead).plus(SKEW);
    while (all.hasNext()) {
      BatchStatus status = all.next();
      SubmitMatch match = provider.match(attempt, status);
      if (match == SubmitMatch.CERTAIN) {
        return new SubmitCandidates(List.of(status), true);
      }
      Instant created = status.createdAt();
      boolean before = created != null && created.isBefore(from);
      if (before && provider.listsNewestFirst()) {
        break;
      }
      boolean after = created != null && created.isAfter(to);
      if (match == SubmitMatch.POSSIBLE && !before && !after) {
        possible.add(status);
      }
    }
    return new SubmitCandidates(possible, false);
  }

  private static Duration ahead(@Nullable Instant theirs, Instant ours) {
    return theirs == null ? Duration.ZERO : Duration.between(ours, theirs);
  }
}
