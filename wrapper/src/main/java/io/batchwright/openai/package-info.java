/** OpenAI's Batch API: {@link io.batchwright.openai.OpenAi} builds clients. */
@CheckReturnValue
@NullMarked
package io.batchwright.openai;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
