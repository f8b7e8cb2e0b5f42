/**
 * The behaviour that all providers share: one abstract class per area, all nested in {@link
 * io.batchwright.contract.ProviderContract}, which is run for each provider.
 *
 * <p>No test depends on which provider it runs for. A provider's test class describes the provider
 * as data ({@link io.batchwright.contract.Subject}).
 */
@NullMarked
package io.batchwright.contract;

import org.jspecify.annotations.NullMarked;
