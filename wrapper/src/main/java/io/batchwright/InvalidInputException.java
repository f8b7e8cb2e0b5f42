package io.batchwright;

/**
 * The input breaks a rule that shows before anything is sent; {@link #report()} names every place.
 */
public final class InvalidInputException extends BatchException {
  private static final long serialVersionUID = 1L;

  private final transient InputReport report;

  /** Makes the exception for a report with problems. */
  public InvalidInputException(InputReport report) {
    super("The input cannot be sent: " + report.text(), "", null, null);
    this.report = report;
  }

  /** Gives all that is wrong, by line. */
  public InputReport report() {
    return report;
  }
}
