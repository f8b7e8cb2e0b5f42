/** Targets for package-private code of this package. */
@NullMarked
package io.batchwright.internal.http;

import org.jspecify.annotations.NullMarked;
