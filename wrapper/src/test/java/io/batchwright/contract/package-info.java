/**
 * What every provider must do alike: one abstract class for each area, all nested in {@link
 * io.batchwright.contract.ProviderContract}, which is run for each provider.
 *
 * <p>Nothing here asks which provider it runs for. A provider's test class says as data what is its
 * own ({@link io.batchwright.contract.Subject}).
 */
@NullMarked
package io.batchwright.contract;

import org.jspecify.annotations.NullMarked;
