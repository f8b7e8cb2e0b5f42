/** Targets for package-private code of this package. */
@NullMarked
package io.batchwright.internal.requests;

import org.jspecify.annotations.NullMarked;
