/** What tests of several packages share. */
@NullMarked
package io.batchwright.testing;

import org.jspecify.annotations.NullMarked;
