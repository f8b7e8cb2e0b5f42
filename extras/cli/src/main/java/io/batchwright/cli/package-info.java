/** The {@code batchwright} command. Nothing here is meant to be called by other code. */
@NullMarked
package io.batchwright.cli;

import org.jspecify.annotations.NullMarked;
