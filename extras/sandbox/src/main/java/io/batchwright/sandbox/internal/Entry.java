package io.batchwright.sandbox.internal;

/**
 * One stored answer.
 *
 * @param echo what the request brought along and gets back whatever becomes of it, in its own form
 * @param payload the answer in the provider's form; empty if there is none
 * @param isStranger whether no request asked for it
 * @param isNamed whether its line has the custom id
 */
@SuppressWarnings("ArrayRecordComponent")
public record Entry(
    String customId, byte[] echo, byte[] payload, boolean isStranger, boolean isNamed) {
  static final byte[] NOTHING = new byte[0];

  /** The answer to a request. */
  public Entry(String customId, byte[] echo, byte[] payload) {
    this(customId, echo, payload, false, true);
  }

  /** An entry that no request asked for. */
  static Entry stranger(String customId) {
    return new Entry(customId, NOTHING, NOTHING, true, true);
  }

  Entry withoutPayload() {
    return new Entry(customId, echo, NOTHING, isStranger, isNamed);
  }

  /** The same for a line that does not say which request it is of. */
  Entry withoutName() {
    return new Entry(customId, NOTHING, payload, isStranger, false);
  }

  /** Keeps the content out. */
  @Override
  public String toString() {
    return "Entry[customId=" + customId + "]";
  }
}
