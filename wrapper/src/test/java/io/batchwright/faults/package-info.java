/**
 * The matrix of faults: every fault in every phase of a batch at every provider, with the sandbox
 * and in virtual time. The expected outcomes are in {@link io.batchwright.faults.Expectations}.
 */
@NullMarked
package io.batchwright.faults;

import org.jspecify.annotations.NullMarked;
