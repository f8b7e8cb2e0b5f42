/** What is measured. */
@NullMarked
package io.batchwright.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
