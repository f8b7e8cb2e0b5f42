/** A sandbox with virtual time. */
@NullMarked
package io.batchwright.conformance.bed;

import org.jspecify.annotations.NullMarked;
