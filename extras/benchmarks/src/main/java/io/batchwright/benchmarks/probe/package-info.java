/** What runs in a process of its own and is measured there. */
@NullMarked
package io.batchwright.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
