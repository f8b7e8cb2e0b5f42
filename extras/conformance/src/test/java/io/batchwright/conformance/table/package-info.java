/** The table of steps that each SDK supports: recorded by the tests that ran, then printed. */
@NullMarked
package io.batchwright.conformance.table;

import org.jspecify.annotations.NullMarked;
