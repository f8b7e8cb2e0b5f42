/**
 * The vocabulary of Batchwright: one lifecycle, one results stream and one handle for the batch
 * APIs of LLM providers.
 *
 * <p>Start at a provider's entry point, such as {@code io.batchwright.anthropic.Anthropic}, which
 * builds a {@link io.batchwright.BatchClient}. Types of this package know no HTTP and no provider.
 */
@CheckReturnValue
@NullMarked
package io.batchwright;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
