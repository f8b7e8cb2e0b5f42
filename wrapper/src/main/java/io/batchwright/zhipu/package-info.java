/** Zhipu's (Z.ai's) batch API: {@link io.batchwright.zhipu.Zhipu} builds clients. */
@NullMarked
package io.batchwright.zhipu;

import org.jspecify.annotations.NullMarked;
