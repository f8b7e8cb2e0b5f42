/**
 * Ownership: handles that are used up, and the client that makes them. Not for use from outside.
 */
@NullMarked
package io.batchwright.internal.handle;

import org.jspecify.annotations.NullMarked;
