package io.batchwright;

/**
 * How many requests of a batch are in which state, as the provider last said.
 *
 * <p>Providers move these figures late and some do not add up, so they are for showing progress,
 * never for deciding that a batch is done or that its results are complete; {@link
 * BatchResults#audit} does that. Immutable and thread-safe.
 *
 * @param total the size of the batch; 0 while the provider does not say
 * @param processing not ended yet
 * @param succeeded answered
 * @param errored failed
 * @param cancelled not run because of a cancel
 * @param expired not run in time
 */
public record RequestCounts(
    long total, long processing, long succeeded, long errored, long cancelled, long expired) {
  /** Counts of a batch of which nothing is known yet. */
  public static final RequestCounts NONE = new RequestCounts(0, 0, 0, 0, 0, 0);
}
