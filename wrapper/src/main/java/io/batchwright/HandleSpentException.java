package io.batchwright;

/**
 * Thrown on use of a handle that a cancel or delete has used up; open the ref again for another
 * handle.
 */
public final class HandleSpentException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient BatchRef ref;
  private final String spentBy;

  /**
   * Makes the exception.
   *
   * @param ref the batch
   * @param spentBy the call that used the handle up, such as {@code cancel}
   */
  public HandleSpentException(BatchRef ref, String spentBy) {
    super(
        "This handle on "
            + ref
            + " was spent by "
            + spentBy
            + "(); use what that call returned, or open the ref again");
    this.ref = ref;
    this.spentBy = spentBy;
  }

  /** Names the batch. */
  public BatchRef ref() {
    return ref;
  }

  /** Names the call that used the handle up. */
  public String spentBy() {
    return spentBy;
  }
}
