/** What the providers' entry points share. */
@NullMarked
package io.batchwright.providers;

import org.jspecify.annotations.NullMarked;
