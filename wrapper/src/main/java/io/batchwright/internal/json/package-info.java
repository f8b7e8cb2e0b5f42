/** JSON in and out of the generated models, with nothing lost. Not for use from outside. */
@NullMarked
package io.batchwright.internal.json;

import org.jspecify.annotations.NullMarked;
