/** Tests of the command, most of them against a sandbox on loopback. */
@NullMarked
package io.batchwright.cli;

import org.jspecify.annotations.NullMarked;
