/** Small programs, each of one file: what a user of the library writes. */
@NullMarked
package io.batchwright.examples;

import org.jspecify.annotations.NullMarked;
