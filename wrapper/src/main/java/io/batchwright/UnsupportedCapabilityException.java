package io.batchwright;

import java.util.Objects;

/**
 * Thrown when an option is set that the provider does not support; nothing was sent. It is an error
 * of the program, as each {@link IllegalArgumentException}.
 */
public final class UnsupportedCapabilityException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String provider;
  private final Capability capability;

  /**
   * Creates the exception.
   *
   * @param provider the provider's short name
   * @param capability what it does not support
   */
  public UnsupportedCapabilityException(String provider, Capability capability) {
    super(provider + " does not support " + capability.what() + "; " + capability.remedy());
    this.provider = provider;
    this.capability = Objects.requireNonNull(capability, "capability");
  }

  /** Returns the provider's short name. */
  public String provider() {
    return provider;
  }

  /** Returns what the provider does not support. */
  public Capability capability() {
    return capability;
  }
}
