/** Waiting: the clock, the schedule of polls and retries. Not for use from outside. */
@NullMarked
package io.batchwright.internal.wait;

import org.jspecify.annotations.NullMarked;
