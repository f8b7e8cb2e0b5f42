/** The vendors' SDKs as clients of the sandbox, one class per SDK. */
@NullMarked
package io.batchwright.conformance.sdk;

import org.jspecify.annotations.NullMarked;
