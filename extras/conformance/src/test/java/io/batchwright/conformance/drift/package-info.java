/** The comparison of specifications. */
@NullMarked
package io.batchwright.conformance.drift;

import org.jspecify.annotations.NullMarked;
