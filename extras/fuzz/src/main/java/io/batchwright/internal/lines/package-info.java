/** Targets for what this package of the library keeps to itself. */
@NullMarked
package io.batchwright.internal.lines;

import org.jspecify.annotations.NullMarked;
