/**
 * Waiting: the clock, the schedule and the watcher that asks for many batches. Not for use from
 * outside.
 */
@NullMarked
package io.batchwright.internal.poll;

import org.jspecify.annotations.NullMarked;
