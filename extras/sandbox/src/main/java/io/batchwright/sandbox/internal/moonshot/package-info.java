/** Moonshot's profile of the dialect. */
@NullMarked
package io.batchwright.sandbox.internal.moonshot;

import org.jspecify.annotations.NullMarked;
