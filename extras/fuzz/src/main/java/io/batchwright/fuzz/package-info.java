/** Runs the fuzz targets, each in a process of its own, and what they share. */
@NullMarked
package io.batchwright.fuzz;

import org.jspecify.annotations.NullMarked;
