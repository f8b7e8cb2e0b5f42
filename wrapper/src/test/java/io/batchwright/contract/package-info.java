/**
 * What every provider must do alike: one abstract class for each area, run for each provider.
 *
 * <p>Nothing here asks which provider it runs for. A provider's test class says as data what is its
 * own ({@link io.batchwright.contract.Subject}) and nests each area.
 */
@NullMarked
package io.batchwright.contract;

import org.jspecify.annotations.NullMarked;
