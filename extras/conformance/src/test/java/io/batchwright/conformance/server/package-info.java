/** Our client against servers that others wrote. */
@NullMarked
package io.batchwright.conformance.server;

import org.jspecify.annotations.NullMarked;
