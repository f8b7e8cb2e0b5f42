/** A small HTTP server that does as little as it can. */
@NullMarked
package io.batchwright.benchmarks.server;

import org.jspecify.annotations.NullMarked;
