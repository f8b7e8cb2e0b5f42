package io.batchwright;

import java.util.List;

/**
 * Batches that a {@link SubmitAttempt} may have made, newest first. Immutable and thread-safe.
 *
 * @param batches those that fit; none means that no batch was made, or that it is not listed yet:
 *     ask once more after a minute or two before submitting again
 * @param certain whether the one that fits bears the attempt's own mark; false where a provider
 *     keeps no such mark, as with Anthropic, and a match by time and size is all there is
 */
public record SubmitCandidates(List<BatchStatus> batches, boolean certain) {
  /** Keeps its own copy. */
  public SubmitCandidates {
    batches = List.copyOf(batches);
  }
}
