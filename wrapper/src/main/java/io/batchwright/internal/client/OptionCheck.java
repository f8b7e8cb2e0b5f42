package io.batchwright.internal.client;

import io.batchwright.BatchInput;
import io.batchwright.Capability;
import io.batchwright.ListOptions;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitOptions;
import io.batchwright.UnsupportedCapabilityException;
import java.time.Duration;

/**
 * Refuses what a provider lacks, before anything is sent.
 *
 * @param provider the adapter
 */
record OptionCheck(ProviderAdapter provider) {
  void submit(BatchInput input, SubmitOptions options) {
    need(Capability.LABEL, options.label() != null);
    need(Capability.METADATA, !options.metadata().isEmpty());
    need(Capability.MODEL, options.model() != null);
    need(Capability.ENDPOINT, options.endpoint() != null);
    need(Capability.COMPLETION_WINDOW, options.completionWindow() != null);
    need(Capability.UPLOADED_INPUT, input instanceof BatchInput.Uploaded);
    provider.check(options);
    window(options);
  }

  void list(ListOptions options) {
    need(Capability.LIST_BEFORE, options.before() != null);
  }

  private void need(Capability capability, boolean wanted) {
    if (wanted && !provider.capabilities().contains(capability)) {
      throw new UnsupportedCapabilityException(provider.name(), capability);
    }
  }

  private static String windows(ProviderLimits limits) {
    long shortest = limits.shortestWindow().toHours();
    long longest = limits.longestWindow().toHours();
    return shortest == longest ? shortest + " h" : "from " + shortest + " h to " + longest + " h";
  }

  private void window(SubmitOptions options) {
    Duration window = options.completionWindow();
    ProviderLimits limits = provider.limits(options);
    if (window != null
        && (window.compareTo(limits.shortestWindow()) < 0
            || window.compareTo(limits.longestWindow()) > 0)) {
      throw new IllegalArgumentException(
          "A completion window of "
              + window
              + " is not one of "
              + provider.name()
              + ", which has "
              + windows(limits));
    }
  }
}
