/** Moonshot's (Kimi's) batch API: {@link io.batchwright.moonshot.Moonshot} builds clients. */
@NullMarked
package io.batchwright.moonshot;

import org.jspecify.annotations.NullMarked;
