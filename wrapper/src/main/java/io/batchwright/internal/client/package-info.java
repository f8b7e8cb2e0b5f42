/**
 * Ownership: the client, its handles, listing and the search for a lost create, over one adapter
 * for each provider. Not for use from outside.
 */
@NullMarked
package io.batchwright.internal.client;

import org.jspecify.annotations.NullMarked;
