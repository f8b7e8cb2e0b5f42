/** Gemini's batches: {@link io.batchwright.gemini.Gemini} builds clients. */
@NullMarked
package io.batchwright.gemini;

import org.jspecify.annotations.NullMarked;
