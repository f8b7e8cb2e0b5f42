/** A sandbox in a time of the tests' own. */
@NullMarked
package io.batchwright.conformance.stage;

import org.jspecify.annotations.NullMarked;
