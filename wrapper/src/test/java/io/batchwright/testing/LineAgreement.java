package io.batchwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchResult;
import io.batchwright.internal.lines.LineDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Compares the readings of a decoder and an oracle for many lines. */
public final class LineAgreement {
  private LineAgreement() {}

  /**
   * Compares them, and counts the kinds of readings.
   *
   * @param from the first seed
   * @param count the number of documents
   */
  public static Map<String, Integer> of(
      LineDecoder decoder, LineOracle oracle, LineNoise noise, long from, int count) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (long seed = from; seed < from + count; seed++) {
      byte[] line = noise.document(seed);
      LineReading due = of(decoder, oracle, line, "seed " + seed);
      // It may be followed by a value from the line.
      kinds.merge(due.kind().replaceFirst("(result\\.type): .*", "$1"), 1, Integer::sum);
    }
    return kinds;
  }

  /**
   * Compares them for one line, and returns the reading.
   *
   * @param what names the line in failures
   */
  public static LineReading of(LineDecoder decoder, LineOracle oracle, byte[] line, String what) {
    LineReading due = oracle.read(line);
    boolean broken = due.kind().endsWith(LineReading.BROKEN);
    BatchResult result = decoder.decode(line.clone(), 1);
    LineReading seen = LineReading.of(result, broken);
    if (broken && oracle.idIsOpen(line)) {
      assertThat(seen.kind()).as(what).isEqualTo(due.kind());
    } else if (!seen.equals(due)) {
      assertThat(seen)
          .as("%s, %s: %s", what, result, new String(line, StandardCharsets.UTF_8))
          .isEqualTo(due);
    }
    return due;
  }
}
