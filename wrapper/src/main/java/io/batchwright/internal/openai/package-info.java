/**
 * The dialect of OpenAI's batch API, which several providers speak: files of request lines go up,
 * files of result lines come down. What differs stands in a {@link
 * io.batchwright.internal.openai.DialectProfile}. Not for use from outside.
 */
@NullMarked
package io.batchwright.internal.openai;

import org.jspecify.annotations.NullMarked;
