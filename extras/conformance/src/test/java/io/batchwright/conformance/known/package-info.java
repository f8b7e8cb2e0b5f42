/** Whether an SDK understood all that it was sent. */
@NullMarked
package io.batchwright.conformance.known;

import org.jspecify.annotations.NullMarked;
