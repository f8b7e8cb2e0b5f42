/** Ways to send requests: the library's, the vendors', and the bare ones. */
@NullMarked
package io.batchwright.benchmarks.send;

import org.jspecify.annotations.NullMarked;
