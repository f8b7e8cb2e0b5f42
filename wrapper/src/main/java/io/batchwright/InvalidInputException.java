package io.batchwright;

/**
 * Thrown when an input breaks a rule, before anything is sent; {@link #report()} names each place.
 */
public final class InvalidInputException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient InputReport report;

  /** Creates the exception for a report with problems. */
  public InvalidInputException(InputReport report) {
    super("The input cannot be sent: " + report.text(), "", null, null);
    this.report = report;
  }

  /** Returns the problems, by line. */
  public InputReport report() {
    return report;
  }
}
