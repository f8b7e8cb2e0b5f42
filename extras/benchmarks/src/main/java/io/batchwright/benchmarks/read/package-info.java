/** Ways to read results: the library's, the vendors', and the bare ones. */
@NullMarked
package io.batchwright.benchmarks.read;

import org.jspecify.annotations.NullMarked;
