/** Plain classes with a field for each member of a line, under the wire's own names. */
@NullMarked
package io.batchwright.benchmarks.read.pojo;

import org.jspecify.annotations.NullMarked;
