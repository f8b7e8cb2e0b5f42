package io.batchwright.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Round numbers along an axis.
 *
 * @param step the distance between two of them
 * @param count the number of steps
 */
record Ticks(double step, int count) {
  private static final int FEW = 5;

  static Ticks upTo(double most) {
    double rough = Math.max(most, Double.MIN_NORMAL) / FEW;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double part = rough / power;
    double step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    return new Ticks(step, (int) Math.ceil(most / step));
  }

  double end() {
    return step * count;
  }

  List<Double> values() {
    return IntStream.rangeClosed(0, count).mapToObj(i -> i * step).toList();
  }
}
