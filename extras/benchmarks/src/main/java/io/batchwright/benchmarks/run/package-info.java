/** Runs the plans, with one process per measurement. */
@NullMarked
package io.batchwright.benchmarks.run;

import org.jspecify.annotations.NullMarked;
