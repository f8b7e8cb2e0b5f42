/** Tests of the sandbox over plain HTTP. */
@NullMarked
package io.batchwright.sandbox;

import org.jspecify.annotations.NullMarked;
