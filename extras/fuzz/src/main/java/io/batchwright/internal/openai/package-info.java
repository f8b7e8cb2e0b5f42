/** Targets for package-private code of this package. */
@NullMarked
package io.batchwright.internal.openai;

import org.jspecify.annotations.NullMarked;
