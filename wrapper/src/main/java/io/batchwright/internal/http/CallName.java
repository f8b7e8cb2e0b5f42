package io.batchwright.internal.http;

/**
 * What a call is called in messages, and what "not found" would mean to it.
 *
 * @param text such as {@code retrieve batch}
 * @param onBatch whether it asks for one batch that should be there
 */
public record CallName(String text, boolean onBatch) {
  /** Names a call on one batch. */
  public static CallName onBatch(String text) {
    return new CallName(text, true);
  }

  /** Names a call on the account as a whole. */
  public static CallName onAccount(String text) {
    return new CallName(text, false);
  }

  @Override
  public String toString() {
    return text;
  }
}
