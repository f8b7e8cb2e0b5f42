/**
 * Proves the promises of SECURITY.md one by one: about keys, prompts and responses, origins and
 * TLS, temporary files, bounds, and what a closed client leaves.
 */
@NullMarked
package io.batchwright.safety;

import org.jspecify.annotations.NullMarked;
