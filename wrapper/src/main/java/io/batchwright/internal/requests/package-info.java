/** Requests: an input becomes checked, sized, streamed request lines. Not for use from outside. */
@NullMarked
package io.batchwright.internal.requests;

import org.jspecify.annotations.NullMarked;
