package io.batchwright.internal.lines;

/**
 * One line of a stream.
 *
 * @param bytes the line without its end; none if it is blank; its first ones only if it is too long
 * @param whole whether all of the line is there
 * @param terminated whether a line feed ended it, rather than the end of the stream
 * @param checksum of a line too long, a CRC-32C of all its bytes before the line feed
 */
@SuppressWarnings("ArrayRecordComponent") // created by the million and never compared
public record Line(byte[] bytes, boolean whole, boolean terminated, long checksum) {
  public boolean blank() {
    return bytes.length == 0;
  }
}
