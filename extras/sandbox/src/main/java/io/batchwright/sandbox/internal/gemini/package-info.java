/**
 * The Gemini Developer API: batches from requests in the create or from a file, and files that are
 * uploaded in pieces.
 */
@NullMarked
package io.batchwright.sandbox.internal.gemini;

import org.jspecify.annotations.NullMarked;
