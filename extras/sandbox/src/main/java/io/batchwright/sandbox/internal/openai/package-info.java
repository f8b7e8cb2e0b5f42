/**
 * The dialect of batches and files that OpenAI, Moonshot and Zhipu share, and OpenAI's profile of
 * it. Providers vary through their {@link io.batchwright.sandbox.internal.openai.Profile}.
 */
@NullMarked
package io.batchwright.sandbox.internal.openai;

import org.jspecify.annotations.NullMarked;
