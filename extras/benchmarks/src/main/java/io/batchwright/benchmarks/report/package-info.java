/** Makes tables and pictures of what was measured. */
@NullMarked
package io.batchwright.benchmarks.report;

import org.jspecify.annotations.NullMarked;
