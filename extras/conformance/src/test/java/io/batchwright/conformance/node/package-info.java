/** Programs for Node, as processes that do not outlive the tests. */
@NullMarked
package io.batchwright.conformance.node;

import org.jspecify.annotations.NullMarked;
