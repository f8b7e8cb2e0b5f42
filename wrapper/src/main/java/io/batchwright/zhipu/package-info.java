/** Zhipu's (Z.ai's) batch API: {@link io.batchwright.zhipu.Zhipu} builds clients. */
@CheckReturnValue
@NullMarked
package io.batchwright.zhipu;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
