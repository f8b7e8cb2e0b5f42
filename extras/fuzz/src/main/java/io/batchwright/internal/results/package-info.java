/** Targets for package-private code of this package. */
@NullMarked
package io.batchwright.internal.results;

import org.jspecify.annotations.NullMarked;
