/** The vendors' npm SDKs as clients of the sandbox. */
@NullMarked
package io.batchwright.conformance.npm;

import org.jspecify.annotations.NullMarked;
