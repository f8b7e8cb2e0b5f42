/** What every provider of the sandbox shares: time, batches, faults, counts, stored results. */
@NullMarked
package io.batchwright.sandbox.internal;

import org.jspecify.annotations.NullMarked;
