/** What the providers' entry points share. */
@CheckReturnValue
@NullMarked
package io.batchwright.providers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
