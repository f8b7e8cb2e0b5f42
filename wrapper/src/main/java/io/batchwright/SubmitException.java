package io.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * A submit did not give a batch; {@link #delivery()} says whether the provider may have made one
 * all the same.
 *
 * <p>Never submit again on {@link Delivery#MAYBE_CREATED} before {@link BatchClient#findSubmitted}
 * was asked: that could pay twice. {@link #getCause()} is what went wrong.
 */
public final class SubmitException extends BatchException {
  private static final long serialVersionUID = 1L;

  /** How far the request got. */
  public enum Delivery {
    /** The create never went out, or its body stopped short: no batch was made. */
    NOT_SENT,
    /** The provider refused the create, or the upload before it: no batch was made. */
    REJECTED,
    /** The whole body was sent and no clear answer came: a batch may exist. */
    MAYBE_CREATED
  }

  private final Delivery delivery;
  private final transient SubmitAttempt attempt;
  private final @Nullable String uploadedFileId;
  private final BatchException cause;

  /**
   * Makes the exception.
   *
   * @param delivery how far the request got
   * @param attempt what to look for with {@link BatchClient#findSubmitted}
   * @param uploadedFileId the file whose create failed, if there is one, or null
   * @param cause what went wrong
   */
  public SubmitException(
      Delivery delivery,
      SubmitAttempt attempt,
      @Nullable String uploadedFileId,
      BatchException cause) {
    super(cause.fact(), advice(delivery, uploadedFileId, cause), cause.kind(), cause);
    this.delivery = delivery;
    this.attempt = attempt;
    this.uploadedFileId = uploadedFileId;
    this.cause = cause;
  }

  private static String advice(
      Delivery delivery, @Nullable String uploadedFileId, BatchException cause) {
    String again = cause.retryable() ? "; submitting again is safe" : "; correct that first";
    if (cause.kind() == ErrorKind.QUOTA) {
      again = "; check the account's billing and limits, then submit again";
    }
    if (uploadedFileId != null && cause.retryable()) {
      again += ". The file is there: BatchInput.uploaded(uploadedFileId()) submits it";
    }
    if (cause.kind() == ErrorKind.NOT_FOUND) {
      again += "; check the base URL: it must end where the provider's own does";
    }
    return switch (delivery) {
      case NOT_SENT -> "No batch was made (NOT_SENT)" + again;
      case REJECTED -> "No batch was made (REJECTED)" + again;
      case MAYBE_CREATED ->
          "A batch may have been made (MAYBE_CREATED); look with findSubmitted(attempt()) before"
              + " submitting again";
    };
  }

  /** Says how far the request got. */
  public Delivery delivery() {
    return delivery;
  }

  /** Gives what {@link BatchClient#findSubmitted} needs to look for the batch. */
  public SubmitAttempt attempt() {
    return attempt;
  }

  /**
   * Gives the file that the provider has although the create failed, or null; {@link
   * BatchInput#uploaded} submits it without sending it again.
   */
  public @Nullable String uploadedFileId() {
    return uploadedFileId;
  }

  /**
   * Says whether submitting again is safe and may succeed; never true for {@link
   * Delivery#MAYBE_CREATED}.
   */
  @Override
  public boolean retryable() {
    return delivery != Delivery.MAYBE_CREATED && cause.retryable();
  }
}
