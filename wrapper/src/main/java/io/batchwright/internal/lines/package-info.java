/**
 * Lines of JSON: framing, the envelope of a line, bodies. Bytes in, no provider. Not for use from
 * outside.
 */
@NullMarked
package io.batchwright.internal.lines;

import org.jspecify.annotations.NullMarked;
