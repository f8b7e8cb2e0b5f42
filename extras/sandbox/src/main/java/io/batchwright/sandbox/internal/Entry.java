package io.batchwright.sandbox.internal;

/**
 * One stored result.
 *
 * @param echo the part of the request that is returned with its result however it ends, in its own
 *     format
 * @param payload the response in the provider's format; empty if there is none
 * @param isUnrequested whether no request has this custom id
 * @param isNamed whether its line has the custom id
 */
@SuppressWarnings("ArrayRecordComponent")
public record Entry(
    String customId, byte[] echo, byte[] payload, boolean isUnrequested, boolean isNamed) {
  static final byte[] NOTHING = new byte[0];

  /** The result of a request. */
  public Entry(String customId, byte[] echo, byte[] payload) {
    this(customId, echo, payload, false, true);
  }

  /** A result that belongs to no request. */
  static Entry unrequested(String customId) {
    return new Entry(customId, NOTHING, NOTHING, true, true);
  }

  Entry withoutPayload() {
    return new Entry(customId, echo, NOTHING, isUnrequested, isNamed);
  }

  /** The same for a line without its custom id. */
  Entry withoutName() {
    return new Entry(customId, NOTHING, payload, isUnrequested, false);
  }

  /** Omits the content. */
  @Override
  public String toString() {
    return "Entry[customId=" + customId + "]";
  }
}
