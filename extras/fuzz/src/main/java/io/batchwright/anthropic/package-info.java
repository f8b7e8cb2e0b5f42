/** Targets for package-private code of this package. */
@NullMarked
package io.batchwright.anthropic;

import org.jspecify.annotations.NullMarked;
