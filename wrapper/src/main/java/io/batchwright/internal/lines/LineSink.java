package io.batchwright.internal.lines;

/**
 * Receives the bytes of lines while they are read. A line arrives in one or more parts, and is then
 * kept or dropped.
 */
@FunctionalInterface
public interface LineSink {
  /** Ignores everything. */
  LineSink NONE = (bytes, from, to) -> {};

  void write(byte[] bytes, int from, int to);

  /** Keeps what was written since the last line that was kept. */
  default void keep() {}

  /** Drops what was written since the last line that was kept. */
  default void drop() {}
}
