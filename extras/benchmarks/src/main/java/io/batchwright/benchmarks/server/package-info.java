/** A minimal HTTP server with as little overhead as possible. */
@NullMarked
package io.batchwright.benchmarks.server;

import org.jspecify.annotations.NullMarked;
