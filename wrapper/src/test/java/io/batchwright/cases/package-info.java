/** Result lines modelled on users' reports, with the expected readings. */
@NullMarked
package io.batchwright.cases;

import org.jspecify.annotations.NullMarked;
