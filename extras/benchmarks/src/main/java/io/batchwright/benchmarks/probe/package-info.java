/** The code of a measured process. */
@NullMarked
package io.batchwright.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
