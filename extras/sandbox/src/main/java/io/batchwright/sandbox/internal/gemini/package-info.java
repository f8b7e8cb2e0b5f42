/**
 * The Gemini Developer API: batches of inline requests or from a file, and files that are uploaded
 * in chunks.
 */
@NullMarked
package io.batchwright.sandbox.internal.gemini;

import org.jspecify.annotations.NullMarked;
