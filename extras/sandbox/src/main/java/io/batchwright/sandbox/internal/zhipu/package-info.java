/** Zhipu's profile of the dialect. */
@NullMarked
package io.batchwright.sandbox.internal.zhipu;

import org.jspecify.annotations.NullMarked;
