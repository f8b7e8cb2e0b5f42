package io.batchwright;

/**
 * Thrown when a response cannot be understood; the message has the place, and no content. Whether
 * the call was executed is not known.
 */
public final class MalformedResponseException extends BatchException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param provider the provider's short name
   * @param call the call, or the type that was to be decoded
   * @param problem what is wrong, without content
   */
  public MalformedResponseException(String provider, String call, String problem) {
    super(
        "The response of " + provider + " to " + call + " cannot be understood: " + problem,
        "",
        ErrorKind.MALFORMED,
        null);
  }
}
