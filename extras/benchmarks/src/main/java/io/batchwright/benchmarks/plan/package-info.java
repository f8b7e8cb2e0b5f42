/** The scenarios to measure. */
@NullMarked
package io.batchwright.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
