/** Our client with third-party servers. */
@NullMarked
package io.batchwright.conformance.server;

import org.jspecify.annotations.NullMarked;
