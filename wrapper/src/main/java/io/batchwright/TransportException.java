package io.batchwright;

import java.io.IOException;

/**
 * No answer came, or it broke off: a refused or dropped connection, a timeout, a failed TLS
 * handshake.
 */
public final class TransportException extends BatchException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param provider the provider's short name
   * @param call the call that failed
   * @param cause what the connection said
   */
  public TransportException(String provider, String call, IOException cause) {
    super(
        "No answer from "
            + provider
            + " to "
            + call
            + " ("
            + cause.getClass().getSimpleName()
            + ")",
        "Check the network and the base URL, then try again",
        ErrorKind.IO,
        cause);
  }
}
