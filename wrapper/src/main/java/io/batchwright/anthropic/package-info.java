/** Anthropic's Message Batches: {@link io.batchwright.anthropic.Anthropic} builds clients. */
@NullMarked
package io.batchwright.anthropic;

import org.jspecify.annotations.NullMarked;
