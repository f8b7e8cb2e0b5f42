/** The files that are read and sent, generated from a seed. */
@NullMarked
package io.batchwright.benchmarks.data;

import org.jspecify.annotations.NullMarked;
