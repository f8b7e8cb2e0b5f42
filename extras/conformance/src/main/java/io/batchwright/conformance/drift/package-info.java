/**
 * Compares the project's specifications with the vendors' own: what they have and ours lack, or say
 * otherwise.
 */
@NullMarked
package io.batchwright.conformance.drift;

import org.jspecify.annotations.NullMarked;
