/**
 * The dialect of batches and files that OpenAI, Moonshot and Zhipu speak, and OpenAI's profile of
 * it. What a provider does in its own way is in its {@link
 * io.batchwright.sandbox.internal.openai.Profile}.
 */
@NullMarked
package io.batchwright.sandbox.internal.openai;

import org.jspecify.annotations.NullMarked;
