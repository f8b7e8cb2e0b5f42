package io.batchwright.internal.lines;

import java.io.ByteArrayOutputStream;

/**
 * Notes all bytes that pass a framer.
 *
 * @param seen the bytes
 */
record Everything(ByteArrayOutputStream seen) implements Tap {
  @Override
  public void write(byte[] bytes, int from, int to) {
    seen.write(bytes, from, to - from);
  }

  @Override
  public void keep() {}

  @Override
  public void drop() {}
}
