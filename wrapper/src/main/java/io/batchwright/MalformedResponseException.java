package io.batchwright;

/**
 * The provider answered something that cannot be understood; the message says where, and shows no
 * content.
 */
public final class MalformedResponseException extends BatchException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param provider the provider's short name
   * @param call the call that was answered, or the type that was to be decoded
   * @param problem what is wrong, without content
   */
  public MalformedResponseException(String provider, String call, String problem) {
    super(
        "The answer of " + provider + " to " + call + " cannot be understood: " + problem,
        "",
        ErrorKind.MALFORMED,
        null);
  }
}
