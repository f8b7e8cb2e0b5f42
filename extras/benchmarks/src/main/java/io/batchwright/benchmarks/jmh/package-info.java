/** Single parts of the library against their like, by JMH. */
@NullMarked
package io.batchwright.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
