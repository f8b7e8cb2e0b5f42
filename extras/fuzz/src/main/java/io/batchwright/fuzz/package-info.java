/** Runs the fuzz targets, each in its own process, and shared code of the targets. */
@NullMarked
package io.batchwright.fuzz;

import org.jspecify.annotations.NullMarked;
