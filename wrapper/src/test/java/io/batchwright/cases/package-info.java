/** Result lines after what users met, with what must be read from them. */
@NullMarked
package io.batchwright.cases;

import org.jspecify.annotations.NullMarked;
