/** Shared test code. */
@NullMarked
package io.batchwright.testing;

import org.jspecify.annotations.NullMarked;
