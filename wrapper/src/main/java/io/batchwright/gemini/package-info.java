/** Gemini's batches: {@link io.batchwright.gemini.Gemini} builds clients. */
@CheckReturnValue
@NullMarked
package io.batchwright.gemini;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
