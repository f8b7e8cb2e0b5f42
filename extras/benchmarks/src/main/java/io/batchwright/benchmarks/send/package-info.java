/** Ways to send requests: the library, the vendors' SDKs, and bare HTTP clients. */
@NullMarked
package io.batchwright.benchmarks.send;

import org.jspecify.annotations.NullMarked;
