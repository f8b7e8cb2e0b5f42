/** The vendors' SDKs as clients of the sandbox, a class for each. */
@NullMarked
package io.batchwright.conformance.sdk;

import org.jspecify.annotations.NullMarked;
