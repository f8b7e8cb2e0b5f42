/** Parts of the library compared with equivalents, by JMH. */
@NullMarked
package io.batchwright.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
