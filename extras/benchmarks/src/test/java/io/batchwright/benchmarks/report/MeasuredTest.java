package io.batchwright.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuredTest {
  @Test
  void medianLiesInTheMiddle() {
    assertThat(Measured.median(new double[] {1, 5, 100})).isEqualTo(5);
    assertThat(Measured.median(new double[] {1, 5, 7, 100})).isEqualTo(6);
    assertThat(Measured.median(new double[] {})).isNaN();
  }

  @Test
  void ticksAreRoundAndReachTheEnd() {
    assertThat(Ticks.upTo(437).values()).containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0);
    assertThat(Ticks.upTo(0.9).end()).isGreaterThanOrEqualTo(0.9);
  }
}
