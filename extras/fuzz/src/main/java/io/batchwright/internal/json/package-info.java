/** Targets for package-private code of this package. */
@NullMarked
package io.batchwright.internal.json;

import org.jspecify.annotations.NullMarked;
