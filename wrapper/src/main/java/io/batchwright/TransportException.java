package io.batchwright;

import java.io.IOException;

/**
 * Thrown when no response came, or it broke off: a refused or dropped connection, a timeout, a
 * failed TLS handshake.
 */
public final class TransportException extends BatchException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param provider the provider's short name
   * @param call the call that failed
   * @param cause the failure of the connection
   */
  public TransportException(String provider, String call, IOException cause) {
    super(
        "No response from "
            + provider
            + " to "
            + call
            + " ("
            + cause.getClass().getSimpleName()
            + ")",
        "Check the network and the base URL, then retry",
        ErrorKind.IO,
        cause);
  }
}
