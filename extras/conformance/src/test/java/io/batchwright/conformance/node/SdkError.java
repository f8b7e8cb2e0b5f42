package io.batchwright.conformance.node;

/** What an SDK threw. */
public final class SdkError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Given told;

  SdkError(Given told) {
    super(told.toString());
    this.told = told;
  }

  /** The name of its class. */
  public String kind() {
    return told.text("kind");
  }

  /**
   * What it says beside that: {@code status}, {@code type}, {@code code}, {@code message}, {@code
   * retryAfter}.
   */
  public Given told() {
    return told;
  }
}
