/** Ways to read results: the library, the vendors' SDKs, and bare HTTP clients. */
@NullMarked
package io.batchwright.benchmarks.read;

import org.jspecify.annotations.NullMarked;
