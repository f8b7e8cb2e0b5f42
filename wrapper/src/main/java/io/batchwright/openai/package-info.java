/** OpenAI's Batch API: {@link io.batchwright.openai.OpenAi} builds clients. */
@NullMarked
package io.batchwright.openai;

import org.jspecify.annotations.NullMarked;
