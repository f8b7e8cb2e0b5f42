package io.batchwright.contract;

import io.batchwright.BatchHandle;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of lines that were sent without validation.
 *
 * @param batch the batch that was created, or null if they were refused at once
 * @param refusal the body of the error response, "" if there was none
 */
record RawSubmission(@Nullable BatchHandle batch, String refusal) {}
