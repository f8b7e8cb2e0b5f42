@NullMarked
package io.batchwright.examples;

import org.jspecify.annotations.NullMarked;
