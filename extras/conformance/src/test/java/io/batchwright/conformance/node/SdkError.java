package io.batchwright.conformance.node;

/** An error thrown by an SDK. */
public final class SdkError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient SdkValue details;

  SdkError(SdkValue details) {
    super(details.toString());
    this.details = details;
  }

  /** The name of its class. */
  public String kind() {
    return details.text("kind");
  }

  /**
   * Its properties: {@code status}, {@code type}, {@code code}, {@code message}, {@code
   * retryAfter}.
   */
  public SdkValue details() {
    return details;
  }
}
