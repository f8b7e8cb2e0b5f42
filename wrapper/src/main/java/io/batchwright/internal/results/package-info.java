/** Results: reading, resuming, sorting and saving them. Not for use from outside. */
@NullMarked
package io.batchwright.internal.results;

import org.jspecify.annotations.NullMarked;
