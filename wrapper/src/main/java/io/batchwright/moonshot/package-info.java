/** Moonshot's (Kimi's) batch API: {@link io.batchwright.moonshot.Moonshot} builds clients. */
@CheckReturnValue
@NullMarked
package io.batchwright.moonshot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
