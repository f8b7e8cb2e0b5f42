/**
 * Lines of JSON: framing, reading requests and results, writing. Bytes in, no provider. Not for use
 * from outside.
 */
@NullMarked
package io.batchwright.internal.jsonl;

import org.jspecify.annotations.NullMarked;
