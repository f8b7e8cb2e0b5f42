/** Programs for Node, as processes that end with the tests. */
@NullMarked
package io.batchwright.conformance.node;

import org.jspecify.annotations.NullMarked;
