/** Plain classes with a field for each member of a line, named as on the wire. */
@NullMarked
package io.batchwright.benchmarks.read.pojo;

import org.jspecify.annotations.NullMarked;
