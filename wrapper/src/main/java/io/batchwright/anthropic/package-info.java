/** Anthropic's Message Batches: {@link io.batchwright.anthropic.Anthropic} builds clients. */
@CheckReturnValue
@NullMarked
package io.batchwright.anthropic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
