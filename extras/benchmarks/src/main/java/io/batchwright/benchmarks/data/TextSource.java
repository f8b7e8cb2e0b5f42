package io.batchwright.benchmarks.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SplittableRandom;

/** Writes JSON-encoded texts of a given size and counts their decoded length. */
final class TextSource {
  private final Atoms atoms;
  private final SplittableRandom random;

  TextSource(Script script, SplittableRandom random) {
    this.atoms = Atoms.of(script);
    this.random = random;
  }

  /**
   * Writes a text of exactly this many bytes.
   *
   * @return its length in UTF-16 units
   */
  int write(OutputStream out, int byteCount) throws IOException {
    int left = byteCount;
    int chars = 0;
    while (left > 0) {
      int next = random.nextInt(atoms.size());
      byte[] bytes = atoms.bytes(next);
      if (bytes.length > left) {
        break;
      }
      out.write(bytes);
      left -= bytes.length;
      chars += atoms.chars(next);
    }
    for (int i = 0; i < left; i++) {
      out.write('.');
    }
    return chars + left;
  }
}
