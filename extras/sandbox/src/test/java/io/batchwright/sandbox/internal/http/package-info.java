/** Tests of the HTTP layer with raw sockets. */
@NullMarked
package io.batchwright.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
