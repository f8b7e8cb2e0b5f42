package io.batchwright.contract;

import io.batchwright.BatchHandle;
import org.jspecify.annotations.Nullable;

/**
 * What became of lines that were sent unchecked.
 *
 * @param batch the batch they became, or null if they were refused at once
 * @param refusal the body of the refusal, "" if there was none
 */
record Sent(@Nullable BatchHandle batch, String refusal) {}
