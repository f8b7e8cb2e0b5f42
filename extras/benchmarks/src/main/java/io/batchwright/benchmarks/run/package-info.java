/** Runs what is planned, a process for each measurement. */
@NullMarked
package io.batchwright.benchmarks.run;

import org.jspecify.annotations.NullMarked;
