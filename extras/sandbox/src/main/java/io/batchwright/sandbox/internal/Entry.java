package io.batchwright.sandbox.internal;

/**
 * One stored answer.
 *
 * @param echo what the request brought along and gets back whatever becomes of it, in its own form
 * @param payload the answer in the provider's form; empty if there is none
 * @param isStranger whether no request asked for it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Entry(String customId, byte[] echo, byte[] payload, boolean isStranger) {
  static final byte[] NOTHING = new byte[0];

  /** The answer to a request. */
  public Entry(String customId, byte[] echo, byte[] payload) {
    this(customId, echo, payload, false);
  }

  /** An entry that no request asked for. */
  static Entry stranger(String customId) {
    return new Entry(customId, NOTHING, NOTHING, true);
  }

  Entry withoutPayload() {
    return new Entry(customId, echo, NOTHING);
  }

  /** Keeps the content out. */
  @Override
  public String toString() {
    return "Entry[customId=" + customId + "]";
  }
}
