/**
 * Calls of the generated clients: sending, mapping of errors, redaction. Not for use from outside.
 */
@NullMarked
package io.batchwright.internal.http;

import org.jspecify.annotations.NullMarked;
