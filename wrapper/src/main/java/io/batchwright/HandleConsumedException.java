package io.batchwright;

/**
 * Thrown on use of a handle that a cancel or delete has consumed; open the ref again for another
 * handle.
 */
public final class HandleConsumedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient BatchRef ref;
  private final String consumedBy;

  /**
   * Creates the exception.
   *
   * @param ref the batch
   * @param consumedBy the call that consumed the handle, such as {@code cancel}
   */
  public HandleConsumedException(BatchRef ref, String consumedBy) {
    super(
        "This handle on "
            + ref
            + " was consumed by "
            + consumedBy
            + "(); use what that call returned, or open the ref again");
    this.ref = ref;
    this.consumedBy = consumedBy;
  }

  /** Returns the ref of the batch. */
  public BatchRef ref() {
    return ref;
  }

  /** Returns the name of the call that consumed the handle. */
  public String consumedBy() {
    return consumedBy;
  }
}
