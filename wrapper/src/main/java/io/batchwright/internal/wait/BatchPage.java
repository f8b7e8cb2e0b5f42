package io.batchwright.internal.wait;

import io.batchwright.BatchStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param batches the batches on it
 * @param next the cursor of the next page, or null at the end
 * @param givenAt the time of the response by the provider's own clock, or null if unknown
 */
public record BatchPage(
    List<BatchStatus> batches, @Nullable String next, @Nullable Instant givenAt) {}
