/**
 * HTTP over MockWebServer: request bodies as streams, answers that can break where they are told.
 */
@NullMarked
package io.batchwright.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
