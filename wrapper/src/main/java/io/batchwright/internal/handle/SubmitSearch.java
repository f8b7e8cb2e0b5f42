package io.batchwright.internal.handle;

import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitCandidates;
import io.batchwright.spi.BatchProvider;
import io.batchwright.spi.SubmitMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks through the batches since a failed submit for the one that it may have made. */
final class SubmitSearch {
  /** How far the provider's clock may be from ours. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private SubmitSearch() {}

  static SubmitCandidates run(BatchProvider provider, SubmitAttempt attempt, Instant now) {
    Instant from = attempt.begun().minus(SKEW);
    Instant to = (attempt.ended() == null ? now : attempt.ended()).plus(SKEW);
    List<BatchStatus> possible = new ArrayList<>();
    Listing all = new Listing(provider, ListOptions.ALL);
    while (all.hasNext()) {
      BatchStatus status = all.next();
      Instant created = status.createdAt();
      if (created != null && created.isBefore(from)) {
        if (provider.listsNewestFirst()) {
          break;
        }
        continue;
      }
      SubmitMatch match = provider.match(attempt, status);
      if (match == SubmitMatch.CERTAIN) {
        return new SubmitCandidates(List.of(status), true);
      }
      if (match == SubmitMatch.POSSIBLE && (created == null || !created.isAfter(to))) {
        possible.add(status);
      }
    }
    return new SubmitCandidates(possible, false);
  }
}
