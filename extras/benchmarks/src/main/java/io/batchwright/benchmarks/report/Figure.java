package io.batchwright.benchmarks.report;

import java.math.BigDecimal;
import java.util.Locale;

/** Formats figures: three significant digits, and a dash for a missing one. */
final class Figure {
  static final String NONE = "–";

  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  private Figure() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }

  /** A round number on an axis, without trailing zeros. */
  static String tick(double value) {
    return new BigDecimal(of(value)).stripTrailingZeros().toPlainString();
  }

  static String seconds(double nanos) {
    return of(nanos / GIGA);
  }

  static String megabytes(double bytes) {
    return of(bytes / MEGA);
  }

  static String whole(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : NONE;
  }

  /** A median with its range. */
  static String seconds(Measured measured, String scenario, String figure) {
    double median = measured.median(scenario, figure);
    if (Double.isNaN(median)) {
      return measured.has(scenario) ? measured.outcome(scenario) : NONE;
    }
    int rounds = measured.values(scenario, figure).length;
    return rounds == 1
        ? seconds(median)
        : seconds(median)
            + " ("
            + seconds(measured.least(scenario, figure))
            + "–"
            + seconds(measured.most(scenario, figure))
            + ")";
  }

  /** A number of bytes per time, in MB/s. */
  static double rate(double bytes, double nanos) {
    return bytes / MEGA / (nanos / GIGA);
  }
}
