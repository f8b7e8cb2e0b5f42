package io.batchwright;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a submit failed; {@link #delivery()} shows whether the provider may have created a
 * batch nevertheless. {@link #getCause()} is the reason.
 *
 * <p>Before another submit after {@link Delivery#MAYBE_CREATED}, call {@link
 * BatchClient#findSubmitted}: the same requests could be paid twice.
 *
 * <pre>{@code
 * SubmitCandidates found = client.findSubmitted(e.attempt());
 * if (found.certain()) {
 *   BatchHandle batch = client.open(found.batches().get(0).ref());
 * }
 * }</pre>
 */
public final class SubmitException extends BatchException {
  private static final long serialVersionUID = 1L;

  /** How far the request got. */
  public enum Delivery {
    /** The create was not sent, or not to its end: no batch was created. */
    NOT_SENT,
    /** The provider refused the create, or the upload before it: no batch was created. */
    REJECTED,
    /** The whole body was sent and no clear response came: a batch may exist. */
    MAYBE_CREATED
  }

  private final Delivery delivery;
  private final transient SubmitAttempt attempt;
  private final @Nullable String uploadedFileId;
  private final BatchException cause;

  /**
   * Creates the exception.
   *
   * @param delivery how far the request got
   * @param attempt what {@link BatchClient#findSubmitted} searches for
   * @param uploadedFileId the file whose create failed, if there is one, or null
   * @param cause the reason
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
    String again = cause.retryable() ? "; another submit is safe" : "; correct that first";
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
      case NOT_SENT -> "No batch was created (NOT_SENT)" + again;
      case REJECTED -> "No batch was created (REJECTED)" + again;
      case MAYBE_CREATED ->
          "A batch may have been created (MAYBE_CREATED); call findSubmitted(attempt()) before"
              + " submitting again";
    };
  }

  /** Returns how far the request got. */
  public Delivery delivery() {
    return delivery;
  }

  /** Returns what {@link BatchClient#findSubmitted} needs to search for the batch. */
  public SubmitAttempt attempt() {
    return attempt;
  }

  /**
   * Returns the file that the provider has although the create failed, or null; {@link
   * BatchInput#uploaded} submits it without another upload.
   */
  public @Nullable String uploadedFileId() {
    return uploadedFileId;
  }

  /**
   * Returns whether another submit is safe and may succeed; never true for {@link
   * Delivery#MAYBE_CREATED}.
   */
  @Override
  public boolean retryable() {
    return delivery != Delivery.MAYBE_CREATED && cause.retryable();
  }
}
