package io.batchwright.internal.lines;

/**
 * Gets the bytes of lines as they pass; a line is written in one or more parts, then kept or
 * dropped.
 */
public interface Tap {
  /** Gets nothing. */
  Tap NONE =
      new Tap() {
        @Override
        public void write(byte[] bytes, int from, int to) {}

        @Override
        public void keep() {}

        @Override
        public void drop() {}
      };

  void write(byte[] bytes, int from, int to);

  /** Keeps what was written since the last line was kept. */
  void keep();

  /** Forgets what was written since the last line was kept. */
  void drop();
}
