/**
 * What an adapter for a provider implements; {@link io.batchwright.BatchClient#of} makes a client
 * of it.
 *
 * <p>An adapter asks and answers. Waiting, ownership, validation, reading results and taking up
 * broken streams are done around it, once for all providers.
 */
@NullMarked
package io.batchwright.spi;

import org.jspecify.annotations.NullMarked;
