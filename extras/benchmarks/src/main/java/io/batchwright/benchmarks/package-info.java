/** Comparisons with the vendors' SDKs, each in a process of its own. */
@NullMarked
package io.batchwright.benchmarks;

import org.jspecify.annotations.NullMarked;
