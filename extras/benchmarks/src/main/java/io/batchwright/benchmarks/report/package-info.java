/** Writes tables and charts of the measurements. */
@NullMarked
package io.batchwright.benchmarks.report;

import org.jspecify.annotations.NullMarked;
