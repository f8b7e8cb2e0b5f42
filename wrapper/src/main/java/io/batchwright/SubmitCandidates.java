package io.batchwright;

import java.util.List;

/**
 * The batches that a {@link SubmitAttempt} may have created, newest first. Immutable and
 * thread-safe.
 *
 * @param batches those that fit; none means that no batch was created, or that it is not listed
 *     yet: search once more after a minute or two before submitting again
 * @param certain whether the one that fits has the attempt's own mark; false where a provider keeps
 *     no such mark, as with Anthropic, so that batches are compared by time and size alone
 */
public record SubmitCandidates(List<BatchStatus> batches, boolean certain) {
  /** Copies the list. */
  public SubmitCandidates {
    batches = List.copyOf(batches);
  }
}
