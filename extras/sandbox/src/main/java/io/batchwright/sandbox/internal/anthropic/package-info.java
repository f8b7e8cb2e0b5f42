/** Anthropic's Message Batches dialect. */
@NullMarked
package io.batchwright.sandbox.internal.anthropic;

import org.jspecify.annotations.NullMarked;
