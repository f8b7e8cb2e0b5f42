package io.batchwright.internal.requests;

import java.io.IOException;

/** The input gave other requests when it was sent than when it was checked. */
public final class InputChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public InputChangedException() {
    super("The input changed between its check and its sending");
  }
}
