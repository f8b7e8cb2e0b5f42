/** Which SDK was seen to do what: written down by the tests that ran, and then drawn as a table. */
@NullMarked
package io.batchwright.conformance.table;

import org.jspecify.annotations.NullMarked;
