package io.batchwright;

import java.util.Objects;

/**
 * The provider lacks what was asked for; nothing was sent. Like every {@link
 * IllegalArgumentException} a fault of the program, not of the day.
 */
public final class UnsupportedCapabilityException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String provider;
  private final Capability capability;

  /**
   * Makes the exception.
   *
   * @param provider the provider's short name
   * @param capability what it lacks
   */
  public UnsupportedCapabilityException(String provider, Capability capability) {
    super(provider + " does not take " + capability.what() + "; " + capability.remedy());
    this.provider = provider;
    this.capability = Objects.requireNonNull(capability, "capability");
  }

  /** Names the provider. */
  public String provider() {
    return provider;
  }

  /** Says what it lacks. */
  public Capability capability() {
    return capability;
  }
}
