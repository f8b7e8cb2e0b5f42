/**
 * The matrix of faults: every fault befalls every phase of a batch at every provider, over the
 * sandbox and in virtual time. What must come of it stands in {@link
 * io.batchwright.faults.Expectations}.
 */
@NullMarked
package io.batchwright.faults;

import org.jspecify.annotations.NullMarked;
