/**
 * What every provider of the sandbox shares: time, batches, faults, counts, the store of answers.
 */
@NullMarked
package io.batchwright.sandbox.internal;

import org.jspecify.annotations.NullMarked;
