/** Targets for package-private code of this package. */
@NullMarked
package io.batchwright.internal.lines;

import org.jspecify.annotations.NullMarked;
