/**
 * Proves, sentence by sentence, what SECURITY.md promises: of keys, prompts and answers, of origins
 * and TLS, of temporary files, of bounds, and of what a closed client leaves behind.
 */
@NullMarked
package io.batchwright.safety;

import org.jspecify.annotations.NullMarked;
