/**
 * HTTP on top of MockWebServer: streamed request bodies, and responses that can be cut at a given
 * byte.
 */
@NullMarked
package io.batchwright.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
