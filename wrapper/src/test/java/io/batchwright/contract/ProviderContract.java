package io.batchwright.contract;

import org.junit.jupiter.api.Nested;

/** The whole contract, run for the provider that a subclass describes. */
abstract class ProviderContract implements Subject {
  @Nested
  class Lifecycle extends LifecycleContract {}

  @Nested
  class Ownership extends OwnershipContract {}

  @Nested
  class Waiting extends WaitingContract {}

  @Nested
  class SubmitOnce extends SubmitOnceContract {}

  @Nested
  class Results extends ResultsContract {}

  @Nested
  class Faults extends FaultsContract {}

  @Nested
  class Errors extends ErrorsContract {}

  @Nested
  class Limits extends LimitsContract {}

  @Nested
  class Capabilities extends CapabilitiesContract {}
}
