/** Targets for package-private code of this package. */
@NullMarked
package io.batchwright.gemini;

import org.jspecify.annotations.NullMarked;
