package io.batchwright;

/**
 * Thrown when the provider knows no such batch (404): it was deleted, its retention is over, or it
 * belongs to another account.
 */
public final class BatchNotFoundException extends ProviderException {
  private static final long serialVersionUID = 1L;

  BatchNotFoundException(Response response) {
    super(response, "Check the id, and that the key belongs to the account that created the batch");
  }
}
